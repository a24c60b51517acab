import { randomUUID, sign, verify } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Behaviour } from './behaviour.ts';
import type { GatewayKeys } from './keys.ts';
import { refundedOf, type Trade, type Trades, transactionNumber } from './trades.ts';

type Keys = GatewayKeys['alipay'];
type Values = Record<string, string>;

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const fen = (text: string): number => Math.round(Number(text) * 100);
const chinaTime = (at = Date.now()): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const textToSign = (values: Values, without: readonly string[]): string =>
  Object.keys(values)
    .filter((name) => !without.includes(name) && values[name] !== '')
    .toSorted()
    .map((name) => `${name}=${values[name]}`)
    .join('&');

const states = { open: 'WAIT_BUYER_PAY', paid: 'TRADE_SUCCESS', closed: 'TRADE_CLOSED' } as const;
/** All of it given back closes a trade, as the real one does. */
const stateOf = (trade: Trade): string =>
  trade.state === 'paid' && refundedOf(trade) === trade.paidAmount ? 'TRADE_CLOSED' : states[trade.state];

/** A notice as it goes over the wire: a form, signed over its sorted fields. */
export const alipayNotice = (keys: Keys, trade: Trade): { headers: Record<string, string>; body: string } => {
  const values: Values = {
    notify_time: chinaTime(),
    notify_type: 'trade_status_sync',
    notify_id: randomUUID().replaceAll('-', ''),
    charset: 'utf-8',
    version: '1.0',
    app_id: keys.appId,
    auth_app_id: keys.appId,
    seller_id: keys.sellerId,
    buyer_id: '2088000000000002',
    out_trade_no: trade.number,
    trade_no: trade.transaction,
    trade_status: states[trade.state],
    total_amount: yuan(trade.paidAmount),
    receipt_amount: yuan(trade.paidAmount),
    buyer_pay_amount: yuan(trade.paidAmount),
    subject: trade.description,
    gmt_create: chinaTime(),
    gmt_payment: chinaTime(),
  };
  const text = textToSign(values, []);
  const signature = sign('sha256', Buffer.from(text), keys.platform.privateKey).toString('base64');
  const body = new URLSearchParams({ ...values, sign_type: 'RSA2', sign: signature }).toString();
  return { headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }, body };
};

const ours = async (c: Context): Promise<Values> => ({
  ...c.req.query(),
  ...(c.req.method === 'POST' ? ((await c.req.parseBody()) as Values) : {}),
});

/** The shop's side of Alipay: one address, the method in the request. */
export const alipayRoutes = (
  keys: Keys,
  trades: Trades,
  behaviour: () => Behaviour,
  payerPage: (trade: Trade) => string,
): Hono => {
  const app = new Hono();
  app.all('/gateway.do', async (c) => {
    const values = await ours(c);
    const method = values.method ?? '';
    const answer = (value: Record<string, unknown>) => {
      const inner = JSON.stringify(value);
      const signature = sign('sha256', Buffer.from(inner), keys.platform.privateKey).toString('base64');
      if (behaviour().swallow) return new Response(null, { status: 502 });
      return c.body(`{"${method.replaceAll('.', '_')}_response":${inner},"sign":"${signature}"}`, 200, {
        'content-type': 'application/json;charset=utf-8',
      });
    };
    const no = (subCode: string, message: string) =>
      answer({ code: '40004', msg: 'Business Failed', sub_code: subCode, sub_msg: message });
    const signature = Buffer.from(values.sign ?? '', 'base64');
    if (
      values.app_id !== keys.appId ||
      !verify('sha256', Buffer.from(textToSign(values, ['sign'])), keys.app.publicKey, signature)
    )
      return answer({
        code: '40002',
        msg: 'Invalid Arguments',
        sub_code: 'isv.invalid-signature',
        sub_msg: '验签出错',
      });

    const content = JSON.parse(values.biz_content ?? '{}') as Values;
    const number = content.out_trade_no ?? '';
    const trade = trades.find('alipay', number);
    const success = { code: '10000', msg: 'Success', out_trade_no: number };
    switch (method) {
      case 'alipay.trade.precreate':
      case 'alipay.trade.wap.pay': {
        if (trade && trade.state !== 'open') return no('ACQ.TRADE_HAS_SUCCESS', '交易已被支付');
        const made =
          trade ??
          trades.add({
            channel: 'alipay',
            number,
            amount: fen(content.total_amount ?? '0'),
            description: content.subject ?? '',
            notifyUrl: values.notify_url ?? '',
            returnUrl: values.return_url ?? '',
            expiresAt: content.time_expire ?? '',
          });
        trades.save();
        return method === 'alipay.trade.wap.pay'
          ? c.redirect(payerPage(made))
          : answer({ ...success, qr_code: payerPage(made) });
      }
      case 'alipay.trade.query':
        if (!trade) return no('ACQ.TRADE_NOT_EXIST', '交易不存在');
        return answer({
          ...success,
          trade_status: stateOf(trade),
          total_amount: yuan(trade.paidAmount),
          ...(trade.state === 'paid' ? { trade_no: trade.transaction, send_pay_date: chinaTime() } : {}),
        });
      case 'alipay.trade.close':
        if (!trade) return no('ACQ.TRADE_NOT_EXIST', '交易不存在');
        if (trade.state === 'paid') return no('ACQ.TRADE_STATUS_ERROR', '交易状态不合法');
        trade.state = 'closed';
        trades.save();
        return answer(success);
      case 'alipay.trade.refund': {
        if (trade?.state !== 'paid') return no('ACQ.TRADE_NOT_EXIST', '交易不存在');
        const asked = content.out_request_no ?? '';
        const again = trade.refunds.find((refund) => refund.number === asked);
        if (again) return answer({ ...success, fund_change: 'N', trade_no: trade.transaction });
        if (behaviour().declineRefunds) return no('ACQ.SELLER_BALANCE_NOT_ENOUGH', '卖家余额不足');
        const amount = fen(content.refund_amount ?? '0');
        if (refundedOf(trade) + amount > trade.paidAmount) return no('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限');
        const state = behaviour().slowRefunds ? 'waiting' : 'succeeded';
        trade.refunds.push({ number: asked, amount, state, id: transactionNumber() });
        trades.save();
        return answer({ ...success, fund_change: state === 'succeeded' ? 'Y' : 'N', trade_no: trade.transaction });
      }
      case 'alipay.trade.fastpay.refund.query': {
        const refund = trade?.refunds.find(({ number }) => number === content.out_request_no);
        if (!trade) return no('ACQ.TRADE_NOT_EXIST', '交易不存在');
        return answer({
          ...success,
          ...(refund ? { out_request_no: refund.number, refund_amount: yuan(refund.amount) } : {}),
          ...(refund?.state === 'succeeded' ? { refund_status: 'REFUND_SUCCESS', trade_no: trade.transaction } : {}),
        });
      }
      default:
        return answer({ code: '40006', msg: 'Insufficient Permissions', sub_code: 'isv.insufficient-isv-permissions' });
    }
  });
  return app;
};
