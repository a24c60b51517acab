import { createServer } from 'node:net';
import { connect } from '@tradeline/db';
import { placeCall } from '../workloads/place.ts';
import { workloads } from '../workloads/workloads.ts';
import type { BenchApi } from './api.ts';
import { bytesOf, type Call, plainBytesOf } from './call.ts';
import { type Facts, learnTotals } from './facts.ts';
import { openClient } from './http-client.ts';
import { percentile } from './stats.ts';

/** What others feel while a gateway takes calls and never answers. Milliseconds; `heldOpen`: transactions that did nothing for a second. */
export type Silence = {
  perSecond: number;
  calmP95: number;
  silentP95: number;
  calmP50: number;
  silentP50: number;
  payers: number;
  heldOpen: number;
  failures: number;
};

const PER_SECOND = 20;
/** Calm and silence in turn, so that a machine that slows down slows both. */
const ROUNDS = 3;
const SECONDS = 12;
/** So many begin to pay each second, each an order of his own: a tenth of what is asked, as in a shop. */
const PAYS_PER_SECOND = 2;
const PAYERS = ROUNDS * SECONDS * PAYS_PER_SECOND;
/** What people do beside paying: one call of each in turn. */
const MIXED = ['catalogue', 'search', 'product', 'cart-line', 'order-list', 'stock-page', 'place-order'] as const;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A gateway that takes every connection and says nothing; its address and its end. */
export const openDeafGateway = async (): Promise<{ url: string; stop: () => void }> => {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.resume();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
};

/** Mixed calls at a steady rate, whether those before have been answered or not; a wait in the queue counts. */
const steady = async (facts: Facts, api: BenchApi, from: number): Promise<{ times: number[]; failures: number }> => {
  const mixed = MIXED.map((name) => workloads.find((workload) => workload.name === name)!);
  const times: number[] = [];
  let failures = 0;
  const idle: ReturnType<typeof openClient>[][] = [[], []];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    const due = began + (n * 1_000) / PER_SECOND;
    await pause(Math.max(0, due - performance.now()));
    const at = from + n;
    const call = mixed[at % mixed.length]!.call(Math.floor(at / mixed.length), facts);
    if (!call) throw new Error('not enough carts for the silence');
    running.push(
      (async () => {
        const staff = call.audience === 'staff' ? 1 : 0;
        const client = idle[staff]!.pop() ?? openClient(staff ? api.ports.console : api.ports.portal);
        const { status } = await client.send(bytesOf(call, facts.tokens));
        if (status !== 200) failures += 1;
        times.push(performance.now() - due);
        idle[staff]!.push(client);
      })(),
    );
  }
  await Promise.all(running);
  for (const client of idle.flat()) client.close();
  return { times, failures };
};

/** Orders that are to be paid at the gateway, each by another buyer. */
const unpaid = async (facts: Facts, api: BenchApi): Promise<{ session: number; orderId: string }[]> => {
  const carts = facts.orders.hot.slice(-PAYERS);
  const prepaid = (waiting: (typeof carts)[number]): Call => {
    const call = placeCall(waiting);
    const input = 'input' in call ? { ...(call.input as object), paymentTerms: 'prepaid', payBy: 'online' } : {};
    return { ...call, input } as Call;
  };
  await learnTotals(facts, carts, api.ports.portal, prepaid);
  const client = openClient(api.ports.portal);
  const orders: { session: number; orderId: string }[] = [];
  for (const waiting of carts) {
    const { status, body } = await client.send(plainBytesOf(prepaid(waiting), facts.tokens));
    const id = /"id":"([0-9a-f-]{36})"/u.exec(body.toString())?.[1];
    if (status !== 200 || !id) throw new Error(`no order to pay: ${body.toString().slice(0, 400)}`);
    orders.push({ session: waiting.session, orderId: id });
  }
  client.close();
  return orders;
};

/** The same mixed calls while nobody pays and while many wait for a gateway that does not answer. */
export const runSilence = async (facts: Facts, api: BenchApi, url: string): Promise<Silence> => {
  const orders = await unpaid(facts, api);
  const [calm, silent]: number[][] = [[], []];
  const connection = connect({ url, pool: 1 });
  let [next, failures, heldOpen] = [0, 0, 0];
  await steady(facts, api, next);
  next += PER_SECOND * SECONDS;
  for (let round = 0; round < ROUNDS; round++) {
    const before = await steady(facts, api, next);
    next += PER_SECOND * SECONDS;
    calm!.push(...before.times);
    const payers = orders.splice(0, PAYS_PER_SECOND * SECONDS);
    const paying = payers.map(async ({ session, orderId }, at) => {
      await pause((at * 1_000) / PAYS_PER_SECOND);
      const client = openClient(api.ports.portal);
      const input = { orderId, channel: 'wechat', part: 'all', screen: 'desk' };
      const call: Call = { audience: 'buyer', session, path: 'payments.start', changes: true, input };
      await client.send(bytesOf(call, facts.tokens));
      client.close();
    });
    const watching = (async () => {
      for (let second = 0; second < SECONDS; second++) {
        await pause(1_000);
        const [held] = await connection.raw<{ n: number }[]>`
          select count(*)::int as n from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%' and now() - state_change > interval '1 second'`;
        heldOpen = Math.max(heldOpen, held?.n ?? 0);
      }
    })();
    const during = await steady(facts, api, next);
    next += PER_SECOND * SECONDS;
    await Promise.all([...paying, watching]);
    silent!.push(...during.times);
    failures += before.failures + during.failures;
  }
  await connection.close();
  return {
    ...{ perSecond: PER_SECOND, payers: PAYERS, heldOpen, failures },
    ...{ calmP95: percentile(calm!, 0.95), silentP95: percentile(silent!, 0.95) },
    ...{ calmP50: percentile(calm!, 0.5), silentP50: percentile(silent!, 0.5) },
  };
};
