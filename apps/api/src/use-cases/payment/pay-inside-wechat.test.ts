import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Gateway, makeKeys } from '../../../dev/gateway/index.ts';
import type { Deps } from '../../deps.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { openPayingShop } from '../../testing/paying-shop.ts';
import { place } from '../../testing/place.ts';

let shop: Shop;
let standIn: Gateway;
let deps: Deps;
let skuId: string;
let close: () => Promise<void>;
const keys = makeKeys();

beforeAll(async () => {
  shop = await openShop();
  ({ standIn, deps, skuId, close } = await openPayingShop(shop, keys));
});
afterAll(() => close());
beforeEach(() => standIn.behave({}));

type Begun = { id: string; invitation: { kind: string; request?: object } };

/** A browser inside WeChat, signed in. */
const browserOf = async (login: string) => {
  const client = httpClient({ ...shop, deps }, 'buyer');
  await client.signIn(login);
  const pay = (orderId: string, screen = 'wechat') =>
    client.mutate('payments.start', { orderId, channel: 'wechat', part: 'required', screen });
  /** What WeChat's page came back with. */
  const look = async (orderId: string, openid: string) => {
    standIn.behave({ openid });
    const { data } = await client.mutate('payments.askPayer', { orderId, channel: 'wechat', part: 'required' });
    const answer = await fetch((data as { address: string }).address, { redirect: 'manual' });
    standIn.behave({});
    const back = new URL(answer.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe(`https://portal.test/pay/${orderId}`);
    return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' };
  };
  const know = (answer: { code: string; state: string }) =>
    client.mutate('payments.knowPayer', { channel: 'wechat', ...answer });
  return {
    ...client,
    pay,
    look,
    know,
    identify: async (orderId: string, openid: string) => know(await look(orderId, openid)),
  };
};

const awaiting = async () => {
  const buyer = await shop.addBuyer();
  const placed = await place(deps, buyer, [{ skuId, quantity: 1 }], {
    paymentTerms: 'prepaid',
    payBy: 'online',
    expectedTotal: minor(10_000),
  });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return { buyer, orderId: placed.value.id as string, browser: await browserOf(buyer.login) };
};
const attempts = (orderId: string) =>
  shop.raw`select state, payer, number from payment_attempts where order_id = ${orderId} order by created_at, id`;
const paid = async (orderId: string) =>
  (await shop.raw<{ paid: number }[]>`select paid_amount::int as paid from orders where id = ${orderId}`)[0]?.paid;
/** The person inside WeChat confirms. */
const confirm = async (request: object | undefined, openid: string) => {
  const answer = await fetch(`${standIn.url}/control/bridge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ request, openid }),
  });
  return ((await answer.json()) as { err_msg: string }).err_msg;
};
const refusal = (kind: string) => ({ refusal: expect.objectContaining({ kind }) });

test('who pays is asked once; then WeChat’s window takes the money, and a notice told three times counts once', async () => {
  const { browser, orderId } = await awaiting();
  expect(await browser.pay(orderId)).toMatchObject(refusal('payer-unknown'));
  expect(await attempts(orderId)).toEqual([]);
  expect(await browser.identify(orderId, 'oWang')).toMatchObject({ data: null });
  const begun = (await browser.pay(orderId)).data as Begun;
  expect(begun.invitation.kind).toBe('bridge');
  standIn.behave({ copies: 3 });
  expect(await confirm(begun.invitation.request, 'oWang')).toBe('get_brand_wcpay_request:ok');
  await expect.poll(() => paid(orderId)).toBe(10_000);
  await browser.mutate('payments.check', { orderId });
  const [told] =
    await shop.raw`select count(*)::int as n from payments where order_id = ${orderId} and kind = 'receipt'`;
  expect(told).toEqual({ n: 1 });
  expect(await attempts(orderId)).toMatchObject([{ state: 'captured', payer: 'oWang' }]);
  expect(await shop.broken()).toEqual({});
});

test('no notice comes at all: the page that asks after the window closed settles it', async () => {
  const { browser, orderId } = await awaiting();
  await browser.identify(orderId, 'oWang');
  const begun = (await browser.pay(orderId)).data as Begun;
  standIn.behave({ lose: true });
  await confirm(begun.invitation.request, 'oWang');
  await browser.mutate('payments.check', { orderId });
  expect(await paid(orderId)).toBe(10_000);
});

test('the answer was lost: the next try of the same payer is the same attempt', async () => {
  const { browser, orderId } = await awaiting();
  await browser.identify(orderId, 'oWang');
  standIn.behave({ swallow: true });
  expect(await browser.pay(orderId)).toMatchObject(refusal('gateway-silent'));
  const [lost] = await attempts(orderId);
  expect(lost).toMatchObject({ state: 'unknown', payer: 'oWang' });
  standIn.behave({});
  await browser.pay(orderId);
  expect(await attempts(orderId)).toEqual([{ ...lost, state: 'started' }]);
});

test('another payer, or a code at a desk, is another attempt, and the first is called off', async () => {
  const { browser, orderId, buyer } = await awaiting();
  await browser.identify(orderId, 'oWang');
  const first = (await browser.pay(orderId)).data as Begun;
  expect(((await browser.pay(orderId)).data as Begun).id).toBe(first.id);
  const other = await browserOf(buyer.login);
  await other.identify(orderId, 'oLi');
  const second = (await other.pay(orderId)).data as Begun;
  expect(second.id).not.toBe(first.id);
  const code = (await other.pay(orderId, 'desk')).data as Begun;
  expect(code.invitation.kind).toBe('code');
  expect(await attempts(orderId)).toMatchObject([
    { state: 'voided', payer: 'oWang' },
    { state: 'voided', payer: 'oLi' },
    { state: 'started', payer: null },
  ]);
});

test('a state counts once, for the session that asked, and for ten minutes', async () => {
  const { browser, orderId, buyer } = await awaiting();
  const unknown = refusal('payer-state-unknown');
  const answer = await browser.look(orderId, 'oWang');
  expect(await browser.know({ ...answer, state: '0'.repeat(48) })).toMatchObject(unknown);
  const other = await browserOf(buyer.login);
  expect(await other.know(answer)).toMatchObject(unknown);
  const twice = await Promise.all([browser.know(answer), browser.know(answer)]);
  expect(twice.filter(({ data }) => data === null)).toHaveLength(1);
  expect(await browser.know(answer)).toMatchObject(unknown);

  const late = await browser.look(orderId, 'oLi');
  await shop.raw`update buyer_sessions set payer_state_until = now() - interval '1 second' where user_id = ${buyer.id}`;
  expect(await browser.know(late)).toMatchObject(unknown);
  const earlier = await browser.look(orderId, 'oLi');
  await browser.look(orderId, 'oLi');
  expect(await browser.know(earlier)).toMatchObject(unknown);
  const named = await shop.raw`select payer from buyer_sessions where user_id = ${buyer.id} order by payer`;
  expect(named).toEqual([{ payer: 'oWang' }, { payer: null }]);
});

test('the state is nowhere in the database as it was sent, and no colleague is told the request', async () => {
  const { browser, orderId } = await awaiting();
  const { state } = await browser.look(orderId, 'oWang');
  const kept = await shop.raw`select payer_state from buyer_sessions where payer_state is not null`;
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain(state);
  await browser.identify(orderId, 'oWang');
  await browser.pay(orderId);
  const { data } = await browser.query('payments.get', { orderId });
  expect(data).toMatchObject({ insideApp: ['wechat'], attempt: { invitation: { kind: 'bridge' } } });
  expect(JSON.stringify(data)).not.toMatch(/prepay_id|oWang/u);
});

test('a code that WeChat does not know names nobody, and who lost the answer is asked anew', async () => {
  const { browser, orderId } = await awaiting();
  const { state } = await browser.look(orderId, 'oWang');
  expect(await browser.know({ code: 'forged', state })).toMatchObject(refusal('gateway-refused'));
  const answer = await browser.look(orderId, 'oWang');
  standIn.behave({ swallow: true });
  expect(await browser.know(answer)).toMatchObject(refusal('gateway-silent'));
  standIn.behave({});
  expect(await browser.pay(orderId)).toMatchObject(refusal('payer-unknown'));
  expect(await browser.identify(orderId, 'oWang')).toMatchObject({ data: null });
});

test('where no official account is set up nothing is paid inside WeChat', async () => {
  const { browser, orderId } = await awaiting();
  const { wechat } = deps.payments;
  Object.assign(deps, { payments: { ...deps.payments, wechat: { ...wechat, insideApp: undefined } } });
  expect(await browser.pay(orderId)).toMatchObject(refusal('payment-channel-off'));
  expect(await browser.mutate('payments.askPayer', { orderId, channel: 'wechat' })).toMatchObject(
    refusal('payment-channel-off'),
  );
  Object.assign(deps, { payments: { ...deps.payments, wechat } });
});

test('a stranger’s order is not asked about', async () => {
  const { orderId } = await awaiting();
  const { browser } = await awaiting();
  expect(await browser.mutate('payments.askPayer', { orderId, channel: 'wechat' })).toMatchObject(
    refusal('order-not-found'),
  );
});
