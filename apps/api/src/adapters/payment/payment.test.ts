import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, type GatewayKeys, makeKeys, openGateway } from '../../../dev/gateway/index.ts';
import { gatewaysOf } from '../../testing/gateway.ts';
import { fakeGateway } from './fake.ts';
import { gatewayContract } from './payment.contract.ts';
import { withCircuit } from './with-circuit.ts';

let keys: GatewayKeys;
let standIn: Gateway;
beforeAll(async () => {
  keys = makeKeys();
  standIn = await openGateway({ keys });
});
afterAll(() => standIn.close());

const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

describe.each(['wechat', 'alipay'] as const)('%s, by its own library, against the stand-in', (channel) => {
  const open = () => {
    standIn.behave({ lose: true });
    const gateway = gatewaysOf(keys, standIn.url)[channel];
    return {
      gateway,
      pay: (number: string) => void standIn.pay(channel, number),
      notice: (number: string) => {
        const trade = standIn.trade(channel, number);
        if (!trade) throw new Error('no such trade');
        const { headers, body } = standIn.noticeOf(trade);
        return { headers: lower(headers), body };
      },
    };
  };
  gatewayContract(open);

  const begun = async (number: string) => {
    const { gateway, pay, notice } = open();
    const order = {
      number,
      amount: minor(100),
      description: 'x',
      expiresAt: '2099-01-01T00:00:00.000Z' as never,
      screen: 'desk' as const,
      address: '',
    };
    await gateway.start(order);
    pay(number);
    return { gateway, notice: notice(number), order };
  };

  test('an answer that never comes is no answer, within the time limit', async () => {
    standIn.behave({ hang: 10_000 });
    const gateway = gatewaysOf(keys, standIn.url, 150)[channel];
    expect(await gateway.query('CThang')).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    standIn.behave({});
    const { order } = await begun(`CTw${Date.now()}`);
    standIn.behave({ swallow: true });
    expect(await gateway.query(order.number)).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    standIn.behave({});
  });

  test('answers and notices of another gateway are not believed', async () => {
    const stranger = gatewaysOf(makeKeys(), standIn.url)[channel];
    expect(await stranger.query('CTx')).toMatchObject({ ok: false });
    const { notice } = await begun(`CTs${Date.now()}`);
    expect(stranger.readNotice(notice, Date.now()).ok).toBe(false);
  });

  test('a genuine notice for another shop is not ours', async () => {
    const { notice } = await begun(`CTo${Date.now()}`);
    const other = gatewaysOf(
      { wechat: { ...keys.wechat, appid: 'wx9' }, alipay: { ...keys.alipay, sellerId: '2088999' } },
      standIn.url,
    )[channel];
    expect(other.readNotice(notice, Date.now())).toEqual({ ok: false, error: 'other-merchant' });
  });
});

test('a notice of WeChat is believed for five minutes, either way', async () => {
  standIn.behave({ lose: true });
  const { wechat } = gatewaysOf(keys, standIn.url);
  const number = `CTt${Date.now()}`;
  await wechat.start({
    number,
    amount: minor(100),
    description: 'x',
    expiresAt: '2099-01-01T00:00:00.000Z' as never,
    screen: 'desk',
    address: '',
  });
  const { headers, body } = standIn.noticeOf(standIn.pay('wechat', number));
  const notice = { headers: lower(headers), body };
  expect(wechat.readNotice(notice, Date.now() + 299_000).ok).toBe(true);
  expect(wechat.readNotice(notice, Date.now() + 305_000)).toEqual({ ok: false, error: 'stale' });
  expect(wechat.readNotice(notice, Date.now() - 305_000)).toEqual({ ok: false, error: 'stale' });
});

describe('in memory', () => {
  gatewayContract(() => {
    const gateway = fakeGateway();
    return { gateway, pay: gateway.pay, notice: gateway.notice };
  });
});

test('a gateway that stays silent is left alone for a while', async () => {
  let [calls, clock] = [0, 0];
  const silent = withCircuit(
    {
      ...fakeGateway(),
      query: async () => {
        calls += 1;
        return { ok: false, error: { kind: 'no-answer', detail: 'silence' } };
      },
    },
    () => clock,
  );
  for (let n = 0; n < 20; n++) await silent.query('x');
  expect(calls).toBe(4);
  clock += 15_001;
  await silent.query('x');
  expect(calls).toBe(5);
});
