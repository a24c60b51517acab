import { randomBytes, verify } from 'node:crypto';
import { Hono } from 'hono';
import type { Behaviour } from './behaviour.ts';
import { accountSecret, type GatewayKeys } from './keys.ts';
import type { Trade, Trades } from './trades.ts';
import { prepayId } from './wechat.ts';

type Keys = GatewayKeys['wechat'];
type Asked = Record<'appId' | 'timeStamp' | 'nonceStr' | 'package' | 'signType' | 'paySign', string>;

/** WeChat as an app: its page that says who looks, the exchange of what that page gave, and the window over a shop's page. */
export const wechatInside = (
  keys: Keys,
  trades: Trades,
  behaviour: () => Behaviour,
  pay: (trade: Trade) => void,
): Hono => {
  /** Codes that were given out, each good for once. */
  const codes = new Map<string, string>();
  const app = new Hono();

  app.get('/connect/oauth2/authorize', (c) => {
    const asked = c.req.query();
    const isRight = asked.appid === keys.appid && asked.response_type === 'code' && asked.scope === 'snsapi_base';
    if (!isRight || !asked.redirect_uri) return c.text('参数错误', 400);
    const code = randomBytes(16).toString('hex');
    codes.set(code, behaviour().openid);
    const back = new URL(asked.redirect_uri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.state ?? '');
    return c.redirect(back.href);
  });

  // What it refuses comes with status 200, as from the real one.
  app.get('/sns/oauth2/access_token', (c) => {
    const { appid, secret, code = '', grant_type } = c.req.query();
    const openid = codes.get(code);
    if (appid !== keys.appid || secret !== accountSecret(keys))
      return c.json({ errcode: 40125, errmsg: 'invalid appsecret' });
    if (grant_type !== 'authorization_code') return c.json({ errcode: 40002, errmsg: 'invalid grant_type' });
    if (openid === undefined) return c.json({ errcode: 40029, errmsg: 'invalid code' });
    codes.delete(code);
    if (behaviour().swallow) return c.body(null, 502);
    return c.json({ access_token: 'x', expires_in: 7200, refresh_token: 'x', openid, scope: 'snsapi_base' });
  });

  /** `getBrandWCPayRequest`: the person inside WeChat confirms. Only what the shop signed opens, and only for its payer. */
  app.post('/control/bridge', async (c) => {
    const { request, openid = behaviour().openid } = await c.req.json<{ request: Asked; openid?: string }>();
    const text = [request.appId, request.timeStamp, request.nonceStr, request.package]
      .map((line) => `${line}\n`)
      .join('');
    const signature = Buffer.from(request.paySign, 'base64');
    const isOurs =
      request.appId === keys.appid &&
      request.signType === 'RSA' &&
      verify('sha256', Buffer.from(text), keys.merchant.publicKey, signature);
    const trade = trades
      .all()
      .find((each) => each.channel === 'wechat' && request.package === `prepay_id=${prepayId(each)}`);
    if (!isOurs || trade?.state !== 'open' || trade.openid !== openid)
      return c.json({ err_msg: 'get_brand_wcpay_request:fail' });
    pay(trade);
    return c.json({ err_msg: 'get_brand_wcpay_request:ok' });
  });
  return app;
};
