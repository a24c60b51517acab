import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { alipayNotice, alipayRoutes } from './alipay.ts';
import { type Behaviour, wellBehaved } from './behaviour.ts';
import type { GatewayKeys } from './keys.ts';
import { payerPage } from './payer-page.ts';
import { type Channel, openTrades, type Trade, transactionNumber } from './trades.ts';
import { wechatNotice, wechatRoutes } from './wechat.ts';
import { wechatInside } from './wechat-inside.ts';

export type { Behaviour } from './behaviour.ts';
export { accountSecret, environmentOf, type GatewayKeys, keysOf, makeKeys } from './keys.ts';

export type GatewayOptions = { keys: GatewayKeys; port?: number; folder?: string | undefined };
export type Gateway = Awaited<ReturnType<typeof openGateway>>;

/** A real one sends a notice again after 15 s, 15 s, 30 s …; here people do not wait that long. */
const PAUSES_MS = [500, 2_000, 5_000, 15_000];

/**
 * A gateway of our own that speaks to the shop as WeChat Pay and Alipay do: it verifies the shop's signatures, signs its
 * answers and notices with its own keys, and can be told to be late, to repeat itself, to lose notices or to hang.
 */
export const openGateway = async ({ keys, port = 0, folder }: GatewayOptions) => {
  const trades = openTrades(folder === undefined ? undefined : join(folder, 'trades.json'));
  let behaviour = wellBehaved;
  let url = '';
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timer.unref();
    timers.add(timer);
  };
  const pageOf = (trade: Trade): string => `${url}/pay/${trade.token}`;
  const noticeOf = (trade: Trade) =>
    trade.channel === 'wechat' ? wechatNotice(keys.wechat, trade) : alipayNotice(keys.alipay, trade);

  /** Sends one notice and tells whether it was acknowledged in the way the channel asks for. */
  const send = async (trade: Trade, notice = noticeOf(trade)): Promise<boolean> => {
    try {
      const answer = await fetch(trade.notifyUrl, { method: 'POST', ...notice, signal: AbortSignal.timeout(5_000) });
      const text = await answer.text();
      return answer.ok && (trade.channel === 'wechat' || text === 'success');
    } catch {
      return false;
    }
  };
  const sendUntilHeard = async (trade: Trade, notice = noticeOf(trade), tries = 0): Promise<void> => {
    if (await send(trade, notice)) return;
    const pause = PAUSES_MS[tries];
    if (pause !== undefined) later(pause, () => void sendUntilHeard(trade, notice, tries + 1));
  };

  const pay = (channel: Channel, number: string, paid: { amount?: number; transaction?: string } = {}): Trade => {
    const trade = trades.find(channel, number);
    if (!trade) throw new Error(`no such trade: ${number}`);
    trade.state = 'paid';
    trade.paidAmount = paid.amount ?? trade.amount;
    trade.transaction = paid.transaction ?? transactionNumber();
    trade.paidAt = new Date().toISOString();
    trades.save();
    const { copies, delay, lose } = behaviour;
    if (!lose)
      later(delay, () => {
        const notice = noticeOf(trade);
        for (let copy = 0; copy < copies; copy++) void sendUntilHeard(trade, notice);
      });
    return trade;
  };

  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/pay/:token', (c) => {
    const trade = trades.byToken(c.req.param('token'));
    if (!trade) return c.text('404', 404);
    const nonce = randomBytes(12).toString('base64');
    c.header('content-security-policy', `default-src 'none'; style-src 'nonce-${nonce}'`);
    return c.html(payerPage(trade, nonce));
  });
  app.post('/pay/:token', (c) => {
    const trade = trades.byToken(c.req.param('token'));
    if (!trade) return c.text('404', 404);
    if (trade.state === 'open') pay(trade.channel, trade.number);
    const back = trade.returnUrl || c.req.query('redirect_url');
    return c.redirect(back || pageOf(trade), 303);
  });
  app.post('/control/behaviour', async (c) => {
    behaviour = { ...wellBehaved, ...(await c.req.json<Partial<Behaviour>>()) };
    return c.json(behaviour);
  });
  app.post('/control/pay', async (c) => {
    const wish = await c.req.json<{ channel: Channel; number: string; amount?: number; transaction?: string }>();
    return c.json(pay(wish.channel, wish.number, wish));
  });
  app.get('/control/trades', (c) => c.json(trades.all()));
  app.use('*', async (_, next) => {
    const { hang } = behaviour;
    if (hang > 0) await new Promise<void>((resolve) => later(hang, resolve));
    return next();
  });
  app.route(
    '/',
    wechatInside(
      keys.wechat,
      trades,
      () => behaviour,
      (trade) => void pay(trade.channel, trade.number),
    ),
  );
  app.route(
    '/',
    alipayRoutes(keys.alipay, trades, () => behaviour, pageOf),
  );
  app.route(
    '/',
    wechatRoutes(keys.wechat, trades, () => behaviour, pageOf),
  );

  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const opened = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(opened));
    opened.once('error', reject);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    behave: (wish: Partial<Behaviour>): void => {
      behaviour = { ...wellBehaved, ...wish };
    },
    pay,
    trade: (channel: Channel, number: string): Trade | undefined => trades.find(channel, number),
    trades: trades.all,
    noticeOf,
    send,
    settleRefunds: (state: 'succeeded' | 'failed'): void => {
      for (const trade of trades.all())
        for (const refund of trade.refunds) if (refund.state === 'waiting') refund.state = state;
    },
    close: async (): Promise<void> => {
      for (const timer of timers) clearTimeout(timer);
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
