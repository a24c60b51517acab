import { createCipheriv, randomBytes, randomUUID, sign, verify } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Behaviour } from './behaviour.ts';
import type { GatewayKeys } from './keys.ts';
import { refundedOf, type Trade, type Trades, transactionNumber } from './trades.ts';

type Keys = GatewayKeys['wechat'];

const signed = (keys: Keys, body: string, at = Math.floor(Date.now() / 1000)): Record<string, string> => {
  const nonce = randomBytes(16).toString('hex');
  const text = `${at}\n${nonce}\n${body}\n`;
  return {
    'Wechatpay-Timestamp': String(at),
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': keys.platformSerial,
    'Wechatpay-Signature': sign('sha256', Buffer.from(text), keys.platform.privateKey).toString('base64'),
  };
};

/** Whether a request carries the shop's signature over exactly this method, address and body. */
const isOurs = (keys: Keys, c: Context, body: string): boolean => {
  const header = c.req.header('authorization') ?? '';
  const field = (name: string): string => new RegExp(`${name}="([^"]*)"`, 'u').exec(header)?.[1] ?? '';
  const { pathname, search } = new URL(c.req.url);
  const text = `${c.req.method}\n${pathname}${search}\n${field('timestamp')}\n${field('nonce_str')}\n${body}\n`;
  return (
    header.startsWith('WECHATPAY2-SHA256-RSA2048 ') &&
    field('mchid') === keys.mchid &&
    field('serial_no') === keys.merchantSerial &&
    verify('sha256', Buffer.from(text), keys.merchant.publicKey, Buffer.from(field('signature'), 'base64'))
  );
};

export const prepayId = ({ token }: Trade): string => `wx${token}`;

const states = { open: 'NOTPAY', paid: 'SUCCESS', closed: 'CLOSED' } as const;

const tradeFacts = (keys: Keys, trade: Trade) => ({
  appid: keys.appid,
  mchid: keys.mchid,
  out_trade_no: trade.number,
  trade_state: trade.state === 'paid' && trade.refunds.length > 0 ? 'REFUND' : states[trade.state],
  trade_state_desc: trade.state,
  ...(trade.state === 'paid'
    ? {
        transaction_id: trade.transaction,
        trade_type: trade.openid ? 'JSAPI' : 'NATIVE',
        bank_type: 'OTHERS',
        success_time: trade.paidAt,
        payer: { openid: trade.openid ?? 'o000000000000000000000000001' },
      }
    : {}),
  amount: { total: trade.paidAmount, payer_total: trade.paidAmount, currency: 'CNY', payer_currency: 'CNY' },
});

const refundStates = { succeeded: 'SUCCESS', waiting: 'PROCESSING', failed: 'ABNORMAL' } as const;
const refundFacts = (trade: Trade, refund: Trade['refunds'][number]) => ({
  refund_id: refund.id,
  out_refund_no: refund.number,
  transaction_id: trade.transaction,
  out_trade_no: trade.number,
  channel: 'ORIGINAL',
  status: refundStates[refund.state],
  amount: { total: trade.paidAmount, refund: refund.amount, currency: 'CNY' },
});

/** A notice as it goes over the wire: what happened is encrypted, and all of it signed. */
export const wechatNotice = (
  keys: Keys,
  trade: Trade,
  at?: number,
): { headers: Record<string, string>; body: string } => {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', keys.apiKey, nonce);
  cipher.setAAD(Buffer.from('transaction'));
  const text = JSON.stringify(tradeFacts(keys, { ...trade, refunds: [] }));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
  const body = JSON.stringify({
    id: randomUUID(),
    create_time: new Date().toISOString(),
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext,
      associated_data: 'transaction',
      nonce,
    },
  });
  return { headers: { 'content-type': 'application/json', ...signed(keys, body, at) }, body };
};

type Order = {
  appid: string;
  mchid: string;
  out_trade_no: string;
  description: string;
  notify_url: string;
  time_expire: string;
  amount: { total: number; currency: string };
  payer?: { openid: string };
};
type RefundWish = { out_trade_no: string; out_refund_no: string; amount: { refund: number; total: number } };

/** The shop's side of WeChat Pay, version 3 of its interface. */
export const wechatRoutes = (
  keys: Keys,
  trades: Trades,
  behaviour: () => Behaviour,
  payerPage: (trade: Trade) => string,
): Hono => {
  const app = new Hono();
  const answer = (c: Context, status: 200 | 204, value?: unknown) => {
    const body = value === undefined ? '' : JSON.stringify(value);
    for (const [name, text] of Object.entries(signed(keys, body))) c.header(name, text);
    if (behaviour().swallow) return new Response(null, { status: 502 });
    return status === 204 ? c.body(null, 204) : c.body(body, 200, { 'content-type': 'application/json' });
  };
  const no = (c: Context, status: 400 | 401 | 404, code: string, message: string) => c.json({ code, message }, status);

  app.use('*', async (c, next) =>
    isOurs(keys, c, c.req.method === 'GET' ? '' : await c.req.text()) ? next() : no(c, 401, 'SIGN_ERROR', '签名错误'),
  );
  for (const kind of ['native', 'h5', 'jsapi'] as const)
    app.post(`/v3/pay/transactions/${kind}`, async (c) => {
      const order = await c.req.json<Order>();
      if (order.mchid !== keys.mchid || order.appid !== keys.appid) return no(c, 400, 'PARAM_ERROR', 'appid / mchid');
      const openid = kind === 'jsapi' ? order.payer?.openid : undefined;
      if (kind === 'jsapi' && !openid) return no(c, 400, 'PARAM_ERROR', 'openid');
      const earlier = trades.find('wechat', order.out_trade_no);
      const isSame = earlier && earlier.amount === order.amount.total && earlier.openid === openid;
      if (earlier && (earlier.state !== 'open' || !isSame))
        return no(c, 400, earlier.state === 'paid' ? 'ORDERPAID' : 'INVALID_REQUEST', '商户订单号重复');
      const trade =
        earlier ??
        trades.add({
          channel: 'wechat',
          number: order.out_trade_no,
          amount: order.amount.total,
          description: order.description,
          notifyUrl: order.notify_url,
          returnUrl: '',
          expiresAt: order.time_expire,
          ...(openid ? { openid } : {}),
        });
      trades.save();
      if (kind === 'jsapi') return answer(c, 200, { prepay_id: prepayId(trade) });
      return answer(c, 200, { [kind === 'native' ? 'code_url' : 'h5_url']: payerPage(trade) });
    });
  app.get('/v3/pay/transactions/out-trade-no/:number', (c) => {
    const trade = trades.find('wechat', c.req.param('number'));
    return trade ? answer(c, 200, tradeFacts(keys, trade)) : no(c, 404, 'ORDER_NOT_EXIST', '订单不存在');
  });
  app.post('/v3/pay/transactions/out-trade-no/:number/close', (c) => {
    const trade = trades.find('wechat', c.req.param('number'));
    if (!trade) return no(c, 404, 'ORDER_NOT_EXIST', '订单不存在');
    if (trade.state === 'paid') return no(c, 400, 'ORDERPAID', '订单已支付');
    trade.state = 'closed';
    trades.save();
    return answer(c, 204);
  });
  app.post('/v3/refund/domestic/refunds', async (c) => {
    const wish = await c.req.json<RefundWish>();
    const trade = trades.find('wechat', wish.out_trade_no);
    if (trade?.state !== 'paid') return no(c, 404, 'RESOURCE_NOT_EXISTS', '订单不存在');
    let refund = trade.refunds.find(({ number }) => number === wish.out_refund_no);
    if (!refund) {
      if (behaviour().declineRefunds) return no(c, 400, 'NOT_ENOUGH', '基本账户余额不足');
      if (refundedOf(trade) + wish.amount.refund > trade.paidAmount || wish.amount.total !== trade.paidAmount)
        return no(c, 400, 'INVALID_REQUEST', '退款金额超过可退金额');
      refund = {
        number: wish.out_refund_no,
        amount: wish.amount.refund,
        state: behaviour().slowRefunds ? 'waiting' : 'succeeded',
        id: transactionNumber(),
      };
      trade.refunds.push(refund);
      trades.save();
    }
    return answer(c, 200, refundFacts(trade, refund));
  });
  app.get('/v3/refund/domestic/refunds/:number', (c) => {
    for (const trade of trades.all())
      for (const refund of trade.refunds)
        if (trade.channel === 'wechat' && refund.number === c.req.param('number'))
          return answer(c, 200, refundFacts(trade, refund));
    return no(c, 404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
  });
  return app;
};
