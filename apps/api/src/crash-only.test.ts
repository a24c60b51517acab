import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { leaveUnexpected } from './crash-only.ts';

test('a bug ends the process; a database that went away does not, however deep the word of it lies', () => {
  const events = new EventEmitter();
  const left: string[] = [];
  const log = { fatal: () => {}, warn: () => {} } as unknown as Parameters<typeof leaveUnexpected>[1];
  leaveUnexpected(events, log, () => left.push('left'));
  const away = (code: string) => Object.assign(new Error(code), { code });
  for (const code of ['CONNECTION_CLOSED', 'ECONNRESET', '57P01', '57P03', '08006'])
    events.emit('unhandledRejection', new Error('query failed', { cause: away(code) }));
  expect(left).toEqual([]);
  events.emit('unhandledRejection', away('23505'));
  events.emit('uncaughtException', new TypeError('x is not a function'));
  expect(left).toHaveLength(2);
});
