import { createPrivateKey, createPublicKey } from 'node:crypto';
import { addMillis, err, fromMillis, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { AlipaySdk } from 'alipay-sdk';
import * as z from 'zod';
import type {
  GatewayAnswer,
  GatewayProblem,
  Notice,
  NoticeProblem,
  PaymentGateway,
  PaymentReport,
  RawNotice,
} from '../../ports/payment.ts';

export type AlipaySettings = {
  url: string;
  appId: string;
  sellerId: string;
  privateKey: string;
  publicKey: string;
  notifyUrl: string;
  returnUrl: string;
  timeoutMs: number;
};

const answer = z.object({ code: z.string(), subCode: z.string().optional(), subMsg: z.string().optional() });
const trade = z.object({ tradeStatus: z.string(), totalAmount: z.string(), tradeNo: z.string().optional() });
const notice = z.object({
  notify_id: z.string().min(1).max(128),
  app_id: z.string(),
  seller_id: z.string(),
  out_trade_no: z.string(),
  trade_no: z.string(),
  trade_status: z.string(),
  total_amount: z.string(),
});

/** Alipay by its open platform: a code to scan at a desk (precreate), its mobile page on a phone (wap.pay). */
export const alipayGateway = (settings: AlipaySettings): PaymentGateway => {
  const sdk = new AlipaySdk({
    gateway: settings.url,
    appId: settings.appId,
    privateKey: bare(createPrivateKey(settings.privateKey), 'pkcs8'),
    alipayPublicKey: bare(createPublicKey(settings.publicKey), 'spki'),
    keyType: 'PKCS8',
    timeout: settings.timeoutMs,
  });
  const ask = <Shape extends z.ZodType>(shape: Shape, method: string, bizContent: object, more: object = {}) =>
    exec(shape, () => sdk.exec(method, { ...more, ...stamped(), bizContent }, { validateSign: true }));
  const status = async (number: string) => ask(trade, 'alipay.trade.query', { out_trade_no: number });

  return {
    start: async ({ number, amount, description, expiresAt, screen }) => {
      const order = {
        out_trade_no: number,
        total_amount: yuan(amount),
        subject: description,
        time_expire: chinaTime(expiresAt),
      };
      if (screen === 'phone') {
        const bizContent = { ...order, product_code: 'QUICK_WAP_WAY', quit_url: settings.returnUrl };
        const more = { ...stamped(), notify_url: settings.notifyUrl, return_url: settings.returnUrl };
        return ok({
          kind: 'address',
          address: sdk.pageExecute('alipay.trade.wap.pay', 'GET', { ...more, bizContent }),
        });
      }
      const more = { notify_url: settings.notifyUrl };
      const made = await ask(z.object({ qrCode: z.string() }), 'alipay.trade.precreate', order, more);
      return made.ok ? ok({ kind: 'code', code: made.value.qrCode }) : made;
    },
    query: async (number) => {
      const found = await status(number);
      if (!found.ok) return isMissing(found.error) ? ok({ state: 'absent' }) : found;
      const report = reportOf(found.value);
      return report
        ? ok(report)
        : err({ kind: 'no-answer', detail: `an amount that is none: ${found.value.totalAmount}` });
    },
    close: async (number) => {
      const closed = await ask(z.unknown(), 'alipay.trade.close', { out_trade_no: number });
      return closed.ok || isMissing(closed.error) ? ok(undefined) : closed;
    },
    refund: async ({ number, refundNumber, amount, reason }) => {
      const made = await ask(z.object({ fundChange: z.string().optional() }), 'alipay.trade.refund', {
        out_trade_no: number,
        out_request_no: refundNumber,
        refund_amount: yuan(amount),
        refund_reason: reason.slice(0, 80),
      });
      if (!made.ok) return made;
      // `N`: nothing moved by this very call; it was asked before, or is under way. The next query tells.
      return ok(
        made.value.fundChange === 'Y' ? { state: 'succeeded', transaction: refundNumber } : { state: 'waiting' },
      );
    },
    queryRefund: async ({ number, refundNumber }) => {
      const shape = z.object({ refundStatus: z.string().optional(), outRequestNo: z.string().optional() });
      const found = await ask(shape, 'alipay.trade.fastpay.refund.query', {
        out_trade_no: number,
        out_request_no: refundNumber,
      });
      if (!found.ok) return isMissing(found.error) ? ok({ state: 'absent' }) : found;
      if (found.value.refundStatus === 'REFUND_SUCCESS') return ok({ state: 'succeeded', transaction: refundNumber });
      return ok({ state: found.value.outRequestNo === undefined ? 'absent' : 'waiting' });
    },
    readNotice: (raw) => readNotice(sdk, settings, raw),
    heard: { body: 'success', type: 'text/plain' },
  };
};

const bare = (key: ReturnType<typeof createPrivateKey>, type: 'pkcs8' | 'spki'): string =>
  key.export({ type, format: 'der' } as { type: 'pkcs8'; format: 'der' }).toString('base64');

const chinaTime = (at: Instant): string =>
  addMillis(at, 8 * 3_600_000)
    .slice(0, 19)
    .replace('T', ' ');
/** The library would take the machine's zone; the gateway reads China's. */
const stamped = (): { timestamp: string } => ({ timestamp: chinaTime(fromMillis(Date.now())) });

const yuan = (amount: Minor): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
const fen = (text: string): Minor | undefined => {
  const [, whole, cents = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/u.exec(text) ?? [];
  return whole === undefined ? undefined : minor(Number(whole) * 100 + Number(cents.padEnd(2, '0')));
};

const isMissing = (problem: GatewayProblem): boolean =>
  problem.kind === 'refused' && problem.code === 'ACQ.TRADE_NOT_EXIST';

/** One call: its answer is verified by the library; what is neither an answer nor a clear refusal proves nothing. */
const exec = async <Shape extends z.ZodType>(
  shape: Shape,
  call: () => Promise<unknown>,
): GatewayAnswer<z.infer<Shape>> => {
  try {
    const data = await call();
    const head = answer.safeParse(data);
    if (!head.success) return err({ kind: 'no-answer', detail: 'the answer has another shape' });
    const { code, subCode = code, subMsg = '' } = head.data;
    // 20000 and system errors: the gateway itself does not know.
    if (code !== '10000')
      return code === '20000' || subCode === 'ACQ.SYSTEM_ERROR'
        ? err({ kind: 'no-answer', detail: subCode })
        : err({ kind: 'refused', code: subCode, detail: subMsg });
    const parsed = shape.safeParse(data);
    return parsed.success ? ok(parsed.data) : err({ kind: 'no-answer', detail: 'the answer has another shape' });
  } catch (error) {
    return err({ kind: 'no-answer', detail: error instanceof Error ? error.message : String(error) });
  }
};

/** A closed trade that has a number of theirs and an amount may have been paid and given back since: it says closed. */
const reportOf = (found: z.infer<typeof trade>): PaymentReport | undefined => {
  const amount = fen(found.totalAmount);
  if (amount === undefined) return undefined;
  if ((found.tradeStatus === 'TRADE_SUCCESS' || found.tradeStatus === 'TRADE_FINISHED') && found.tradeNo)
    return { state: 'paid', transaction: found.tradeNo, amount, currency: 'CNY' };
  return { state: found.tradeStatus === 'TRADE_CLOSED' ? 'closed' : 'open' };
};

/** A form whose signature covers its sorted fields; it signs no time, so the same one is told by its `notify_id`. */
const readNotice = (
  sdk: AlipaySdk,
  { appId, sellerId }: AlipaySettings,
  { body }: RawNotice,
): Result<Notice, NoticeProblem> => {
  const fields = Object.fromEntries(new URLSearchParams(body));
  try {
    if (!sdk.checkNotifySignV2(fields)) return err('signature');
  } catch {
    return err('signature');
  }
  const found = notice.safeParse(fields);
  if (!found.success) return err('malformed');
  const { app_id, seller_id, notify_id, out_trade_no, trade_status, total_amount, trade_no } = found.data;
  if (app_id !== appId || seller_id !== sellerId) return err('other-merchant');
  const report = reportOf({ tradeStatus: trade_status, totalAmount: total_amount, tradeNo: trade_no });
  return report ? ok({ noticeId: notify_id, number: out_trade_no, report }) : err('malformed');
};
