import type { EventEmitter } from 'node:events';
import { isDatabaseAway } from '@tradeline/db';
import type { Logger } from 'pino';

/**
 * Crash-only: a state nobody expected is left at once; the supervisor starts a clean process. A database that goes away is
 * expected: what it leaves unanswered on nobody's behalf, such as the driver's own question to a new connection, is asked
 * again with the next one.
 */
export const leaveUnexpected = (events: EventEmitter, log: Pick<Logger, 'fatal' | 'warn'>, leave: () => void): void => {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    events.on(event, (error: unknown) => {
      if (isDatabaseAway(error)) return log.warn({ err: error }, 'the database went away');
      log.fatal({ err: error }, event);
      leave();
    });
};
