import { err, ok } from '@tradeline/domain/kernel';
import * as z from 'zod';
import type { GatewayAnswer, InsideApp } from '../../ports/payment.ts';

/** An official account (公众号) by its platform's addresses and its secret. */
export type WechatAccount = { pageUrl: string; apiUrl: string; secret: string };

const identified = z.object({ openid: z.string().min(1).max(128) });
const refused = z.object({ errcode: z.number().int(), errmsg: z.string().default('') });
/** "The system is busy": says nothing of the code. */
const BUSY = -1;

/**
 * Who looks at our page inside WeChat. Its page answers without a question (`snsapi_base`): we learn a name that is his
 * with this account only, and nothing else of him. The secret goes to the platform and nowhere else.
 */
export const insideWechat = (
  appid: string,
  { pageUrl, apiUrl, secret }: WechatAccount,
  timeoutMs: number,
): InsideApp => ({
  entry: ({ back, state }) => {
    const asked = { appid, redirect_uri: back, response_type: 'code', scope: 'snsapi_base', state };
    return `${pageUrl}/connect/oauth2/authorize?${new URLSearchParams(asked)}#wechat_redirect`;
  },
  identify: async (code): GatewayAnswer<string> => {
    const asked = { appid, secret, code, grant_type: 'authorization_code' };
    try {
      const response = await fetch(`${apiUrl}/sns/oauth2/access_token?${new URLSearchParams(asked)}`, {
        signal: AbortSignal.timeout(timeoutMs),
      });
      const said: unknown = await response.json();
      const found = identified.safeParse(said);
      if (response.ok && found.success) return ok(found.data.openid);
      const no = refused.safeParse(said);
      return no.success && no.data.errcode !== BUSY
        ? err({ kind: 'refused', code: String(no.data.errcode), detail: no.data.errmsg })
        : err({ kind: 'no-answer', detail: 'the answer has another shape' });
    } catch (error) {
      // Never the address, which carries the secret.
      return err({ kind: 'no-answer', detail: error instanceof Error ? error.name : 'no answer' });
    }
  },
});
