import { err, ok } from '@tradeline/domain/kernel';
import type { Sms } from '../../ports/sending.ts';

const PATIENCE_MS = 10_000;

/**
 * Short messages by a gateway of one's own choice: `POST <url>` with a bearer key and `{ id, to, text }`. The id is also
 * the `Idempotency-Key`, so that a message whose answer was lost is sent once. 4xx is final, but for "too many".
 */
export const httpSms = ({ url, key }: { url: string; key: string }): Sms => ({
  send: async ({ id, to, text }) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': id },
        body: JSON.stringify({ id, to, text }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { status } = response;
      const said = response.ok ? '' : (await response.text()).slice(0, 200);
      if (response.ok) return ok(undefined);
      const isFinal = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
      return err({ kind: isFinal ? 'refused' : 'no-answer', detail: `${status} ${said}`.trim() });
    } catch (error) {
      return err({ kind: 'no-answer', detail: error instanceof Error ? error.message.slice(0, 200) : 'no answer' });
    }
  },
});
