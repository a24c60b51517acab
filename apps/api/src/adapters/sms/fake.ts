import { ok } from '@tradeline/domain/kernel';
import type { ShortMessage, Sms } from '../../ports/sending.ts';

/** A gateway for short messages in memory. */
export const fakeSms = (): Sms & { messages: ShortMessage[] } => {
  const messages: ShortMessage[] = [];
  return {
    messages,
    send: async (message) => {
      messages.push(message);
      return ok(undefined);
    },
  };
};
