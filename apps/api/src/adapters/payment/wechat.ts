import { err, ok, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import * as z from 'zod';
import type {
  BridgeRequest,
  GatewayAnswer,
  Notice,
  NoticeProblem,
  PaymentGateway,
  PaymentReport,
  RawNotice,
  RefundReport,
} from '../../ports/payment.ts';
import { insideWechat, type WechatAccount } from './wechat-account.ts';

export type WechatSettings = {
  url: string;
  mchid: string;
  appid: string;
  serial: string;
  privateKey: string;
  platformSerial: string;
  platformKey: string;
  /** The key that notices are encrypted with. */
  apiKey: string;
  notifyUrl: string;
  returnUrl: string;
  timeoutMs: number;
  /** The official account that opens the portal inside WeChat; without it nothing is paid there. */
  account?: WechatAccount | undefined;
};

/** A signed notice may be this old, either way: what our clocks may differ by. */
const NOTICE_WINDOW_SECONDS = 300;

const trade = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  trade_state: z.string(),
  transaction_id: z.string().optional(),
  amount: z.object({ total: z.number().int(), currency: z.string() }).optional(),
});
const refundAnswer = z.object({ refund_id: z.string(), status: z.string() });
const envelope = z.object({
  id: z.string().min(1).max(64),
  resource: z.object({ ciphertext: z.string(), nonce: z.string(), associated_data: z.string().default('') }),
});

type Client = {
  chain: (path: string) => {
    get: (config?: object) => Promise<{ data: unknown }>;
    post: (data: object, config?: object) => Promise<{ data: unknown }>;
  };
};

/**
 * WeChat Pay by its version 3 interface: Native (a code) at a desk, H5 (an address) on a phone, JSAPI (a request to the
 * app around our page) inside WeChat.
 */
export const wechatGateway = (settings: WechatSettings): PaymentGateway => {
  const { mchid, appid, notifyUrl } = settings;
  const client = new Wechatpay({
    baseURL: settings.url,
    timeout: settings.timeoutMs,
    mchid,
    serial: settings.serial,
    privateKey: settings.privateKey,
    certs: { [settings.platformSerial]: settings.platformKey },
  }) as unknown as Client;
  const path = (number: string): string => `v3/pay/transactions/out-trade-no/${number}`;

  const isOurs = (found: z.infer<typeof trade>): boolean => found.appid === appid && found.mchid === mchid;

  return {
    start: async ({ number, amount, description, expiresAt, screen, address, payer }) => {
      const order = {
        appid,
        mchid,
        out_trade_no: number,
        description,
        notify_url: notifyUrl,
        time_expire: expiresAt.replace(/\.\d+Z$/u, '+00:00'),
        amount: { total: amount, currency: 'CNY' },
      };
      if (screen === 'desk') {
        const made = await ask(z.object({ code_url: z.string() }), () =>
          client.chain('v3/pay/transactions/native').post(order),
        );
        return made.ok ? ok({ kind: 'code', code: made.value.code_url }) : made;
      }
      if (screen === 'wechat') {
        if (payer === undefined) return err({ kind: 'refused', code: 'NO_PAYER', detail: 'nobody said who pays' });
        const made = await ask(z.object({ prepay_id: z.string().min(1) }), () =>
          client.chain('v3/pay/transactions/jsapi').post({ ...order, payer: { openid: payer } }),
        );
        return made.ok ? ok({ kind: 'bridge', request: bridgeRequest(settings, made.value.prepay_id) }) : made;
      }
      const scene_info = { payer_client_ip: address, h5_info: { type: 'Wap' } };
      const made = await ask(z.object({ h5_url: z.string() }), () =>
        client.chain('v3/pay/transactions/h5').post({ ...order, scene_info }),
      );
      if (!made.ok) return made;
      const to = new URL(made.value.h5_url);
      to.searchParams.set('redirect_url', settings.returnUrl);
      return ok({ kind: 'address', address: to.href });
    },
    query: async (number) => {
      const found = await ask(trade, () => client.chain(path(number)).get({ params: { mchid } }));
      if (found.ok)
        return isOurs(found.value) && found.value.out_trade_no === number
          ? ok(reportOf(found.value))
          : err({ kind: 'no-answer', detail: 'the answer speaks of another order' });
      return isMissing(found.error) ? ok({ state: 'absent' }) : found;
    },
    close: async (number) => {
      const closed = await ask(z.unknown(), () => client.chain(`${path(number)}/close`).post({ mchid }));
      return closed.ok || isMissing(closed.error) ? ok(undefined) : closed;
    },
    refund: async ({ number, paid, refundNumber, amount, reason }) => {
      const made = await ask(refundAnswer, () =>
        client.chain('v3/refund/domestic/refunds').post({
          out_trade_no: number,
          out_refund_no: refundNumber,
          reason: reason.slice(0, 80),
          amount: { refund: amount, total: paid, currency: 'CNY' },
        }),
      );
      return made.ok ? ok(refundReport(made.value)) : made;
    },
    queryRefund: async ({ refundNumber }) => {
      const found = await ask(refundAnswer, () => client.chain(`v3/refund/domestic/refunds/${refundNumber}`).get());
      if (found.ok) return ok(refundReport(found.value));
      return isMissing(found.error) ? ok({ state: 'absent' }) : found;
    },
    readNotice: (notice, at) => readNotice(settings, notice, at, isOurs),
    heard: { body: JSON.stringify({ code: 'SUCCESS', message: '' }), type: 'application/json' },
    insideApp: settings.account && insideWechat(appid, settings.account, settings.timeoutMs),
  };
};

/** The signature covers four lines, each ended; WeChat's window opens for nothing else. */
const bridgeRequest = ({ appid, privateKey }: WechatSettings, prepayId: string): BridgeRequest => {
  const asked = {
    appId: appid,
    timeStamp: String(Formatter.timestamp()),
    nonceStr: Formatter.nonce(),
    package: `prepay_id=${prepayId}`,
  };
  const text = Formatter.joinedByLineFeed(asked.appId, asked.timeStamp, asked.nonceStr, asked.package);
  return { ...asked, signType: 'RSA', paySign: Rsa.sign(text, Rsa.from(privateKey, Rsa.KEY_TYPE_PRIVATE)) };
};

const isMissing = (problem: { kind: string; code?: string }): boolean =>
  problem.kind === 'refused' && (problem.code === 'ORDER_NOT_EXIST' || problem.code === 'RESOURCE_NOT_EXISTS');

const refusal = z.object({
  response: z.object({
    status: z.number().int().min(400).max(499),
    data: z.object({ code: z.string(), message: z.string().default('') }),
  }),
});

/** One call: its answer is verified by the library; what is neither an answer nor a clear refusal proves nothing. */
const ask = async <Shape extends z.ZodType>(
  shape: Shape,
  call: () => Promise<{ data: unknown }>,
): GatewayAnswer<z.infer<Shape>> => {
  try {
    const { data } = await call();
    const parsed = shape.safeParse(data);
    return parsed.success ? ok(parsed.data) : err({ kind: 'no-answer', detail: 'the answer has another shape' });
  } catch (error) {
    const refused = refusal.safeParse(error);
    // 429 and what the gateway calls a system error say nothing about the effect.
    if (!refused.success || refused.data.response.status === 429 || refused.data.response.data.code === 'SYSTEM_ERROR')
      return err({ kind: 'no-answer', detail: error instanceof Error ? error.message : String(error) });
    const { code, message } = refused.data.response.data;
    return err({ kind: 'refused', code, detail: message });
  }
};

/** `REFUND`: it was paid, and some of it has gone back since. */
const reportOf = (found: z.infer<typeof trade>): PaymentReport => {
  if ((found.trade_state === 'SUCCESS' || found.trade_state === 'REFUND') && found.transaction_id && found.amount)
    return {
      state: 'paid',
      transaction: found.transaction_id,
      amount: minor(found.amount.total),
      currency: found.amount.currency,
    };
  return { state: found.trade_state === 'CLOSED' || found.trade_state === 'REVOKED' ? 'closed' : 'open' };
};

const refundReport = ({ refund_id, status }: z.infer<typeof refundAnswer>): RefundReport => {
  if (status === 'SUCCESS') return { state: 'succeeded', transaction: refund_id };
  return status === 'PROCESSING' ? { state: 'waiting' } : { state: 'failed', detail: status };
};

const readNotice = (
  { platformSerial, platformKey, apiKey }: WechatSettings,
  { headers, body }: RawNotice,
  at: number,
  isOurs: (found: z.infer<typeof trade>) => boolean,
): Result<Notice, NoticeProblem> => {
  const [timestamp = '', nonce = '', signature = ''] = ['timestamp', 'nonce', 'signature'].map(
    (name) => headers[`wechatpay-${name}`],
  );
  if (headers['wechatpay-serial'] !== platformSerial || !/^\d{1,12}$/u.test(timestamp)) return err('signature');
  if (!verifies(Formatter.response(timestamp, nonce, body), signature, platformKey)) return err('signature');
  if (Math.abs(at / 1000 - Number(timestamp)) > NOTICE_WINDOW_SECONDS) return err('stale');
  try {
    const { id, resource } = envelope.parse(JSON.parse(body));
    const text = Aes.AesGcm.decrypt(resource.ciphertext, apiKey, resource.nonce, resource.associated_data);
    const found = trade.parse(JSON.parse(text));
    if (!isOurs(found)) return err('other-merchant');
    return ok({ noticeId: id, number: found.out_trade_no, report: reportOf(found) });
  } catch {
    return err('malformed');
  }
};

const verifies = (text: string, signature: string, key: string): boolean => {
  try {
    return Rsa.verify(text, signature, Rsa.from(key, Rsa.KEY_TYPE_PUBLIC));
  } catch {
    return false;
  }
};
