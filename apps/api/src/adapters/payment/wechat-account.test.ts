import { generateKeyPairSync, verify } from 'node:crypto';
import { fromMillis } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Gateway, makeKeys, openGateway } from '../../../dev/gateway/index.ts';
import type { BridgeRequest } from '../../ports/payment.ts';
import { gatewaysOf } from '../../testing/gateway.ts';
import { withCircuit } from './with-circuit.ts';

const keys = makeKeys();
let standIn: Gateway;
beforeAll(async () => {
  standIn = await openGateway({ keys });
});
afterAll(() => standIn.close());
beforeEach(() => standIn.behave({ lose: true }));

const wechat = (shop = keys) => {
  const gateway = withCircuit(gatewaysOf(shop, standIn.url, 1_000).wechat);
  if (!gateway.insideApp) throw new Error('no account');
  return { ...gateway, insideApp: gateway.insideApp };
};

/** What WeChat's page sends the browser back with. */
const lookedAt = async (entry: string): Promise<URL> => {
  const answer = await fetch(entry, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
};
const way = { back: 'https://shop.test/pay/1?part=all', state: 'abc' };

let serial = 0;
const request = async (payer: string, number = `CB${Date.now()}${serial++}`): Promise<BridgeRequest> => {
  const begun = await wechat().start({
    number,
    amount: minor(100),
    description: 'x',
    expiresAt: fromMillis(Date.now() + 600_000),
    screen: 'wechat',
    address: '',
    payer,
  });
  if (!begun.ok || begun.value.kind !== 'bridge') throw new Error(JSON.stringify(begun));
  return begun.value.request;
};
/** The person inside WeChat confirms. */
const confirmed = async (asked: BridgeRequest, openid: string): Promise<unknown> => {
  const answer = await fetch(`${standIn.url}/control/bridge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ request: asked, openid }),
  });
  return answer.json();
};
const ok = { err_msg: 'get_brand_wcpay_request:ok' };
const fail = { err_msg: 'get_brand_wcpay_request:fail' };

test('the page of WeChat comes back with our state and a code that names the person once', async () => {
  standIn.behave({ openid: 'oWang' });
  const { insideApp } = wechat();
  const back = await lookedAt(insideApp.entry(way));
  expect(Object.fromEntries(back.searchParams)).toEqual({ part: 'all', code: expect.any(String), state: 'abc' });
  const code = back.searchParams.get('code') ?? '';
  expect(await insideApp.identify(code)).toEqual({ ok: true, value: 'oWang' });
  expect(await insideApp.identify(code)).toMatchObject({ ok: false, error: { kind: 'refused', code: '40029' } });
});

test('without the right secret a code names nobody; without an answer nothing is known, and the secret is not told', async () => {
  const stranger = wechat({ ...keys, wechat: { ...keys.wechat, apiKey: '0'.repeat(32) } });
  const code = (await lookedAt(wechat().insideApp.entry(way))).searchParams.get('code') ?? '';
  expect(await stranger.insideApp.identify(code)).toMatchObject({ ok: false, error: { code: '40125' } });
  standIn.behave({ swallow: true });
  const lost = await wechat().insideApp.identify(code);
  expect(lost).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
  expect(JSON.stringify(lost)).not.toContain('secret');
});

test('what the page hands to WeChat is signed over its four lines with the merchant’s key', async () => {
  const { paySign, signType, ...asked } = await request('oWang');
  expect(signType).toBe('RSA');
  const text = `${asked.appId}\n${asked.timeStamp}\n${asked.nonceStr}\n${asked.package}\n`;
  const signature = Buffer.from(paySign, 'base64');
  expect(asked).toMatchObject({ appId: keys.wechat.appid, package: expect.stringMatching(/^prepay_id=./u) });
  expect(verify('sha256', Buffer.from(text), keys.wechat.merchant.publicKey, signature)).toBe(true);
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  expect(verify('sha256', Buffer.from(text), publicKey, signature)).toBe(false);
});

test.each(['appId', 'timeStamp', 'nonceStr', 'package'] as const)(
  'a request whose %s was changed opens nothing',
  async (field) => {
    const asked = await request('oWang');
    expect(await confirmed({ ...asked, [field]: `${asked[field]}1` }, 'oWang')).toEqual(fail);
    expect(await confirmed(asked, 'oWang')).toEqual(ok);
  },
);

test('only the payer it was begun for can pay it, and one number is one payer’s', async () => {
  const number = `CB${Date.now()}p`;
  const asked = await request('oWang', number);
  expect((await request('oWang', number)).package).toBe(asked.package);
  await expect(request('oLi', number)).rejects.toThrow('refused');
  expect(await confirmed(asked, 'oLi')).toEqual(fail);
  expect(await wechat().query(number)).toEqual({ ok: true, value: { state: 'open' } });
  expect(await confirmed(asked, 'oWang')).toEqual(ok);
  expect(await wechat().query(number)).toMatchObject({ ok: true, value: { state: 'paid', amount: 100 } });
});

test('nobody is asked for money inside WeChat before it is known who pays', async () => {
  const begun = await wechat().start({
    number: 'CBnobody',
    amount: minor(100),
    description: 'x',
    expiresAt: fromMillis(Date.now() + 600_000),
    screen: 'wechat',
    address: '',
  });
  expect(begun).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(standIn.trade('wechat', 'CBnobody')).toBeUndefined();
});
