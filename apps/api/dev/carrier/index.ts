import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { journey } from './journey.ts';

/** Both sides' secrets: what the API is given, as it would be given by the real one. */
export type DeskKeys = { key: string; customer: string; salt: string };
export const makeDeskKeys = (): DeskKeys => ({
  key: randomBytes(8).toString('hex'),
  customer: randomBytes(16).toString('hex').toUpperCase(),
  salt: randomBytes(12).toString('hex'),
});
/** The secrets of a data folder, made when it is first used; readable by its owner only. */
export const deskKeysOf = (folder: string): DeskKeys => {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DeskKeys;
  mkdirSync(folder, { recursive: true });
  const keys = makeDeskKeys();
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
};
export const deskEnvironment = (keys: DeskKeys, url: string): Record<string, string> => ({
  KUAIDI100_URL: url,
  KUAIDI100_KEY: keys.key,
  KUAIDI100_CUSTOMER: keys.customer,
  KUAIDI100_SALT: keys.salt,
});

/** How it misbehaves; left alone it tells of every entry once, in order, at once. */
export type DeskBehaviour = {
  /** How often each push is sent, all at once. */
  copies: number;
  /** Milliseconds before a push goes out. */
  delay: number;
  /** No push at all: whoever wants to know must ask. */
  lose: boolean;
  /** Pushes leave in the opposite order. */
  reversed: boolean;
  /** Milliseconds before a request is answered at all. */
  hang: number;
};
const wellBehaved: DeskBehaviour = { copies: 1, delay: 0, lose: false, reversed: false, hang: 0 };

export type Said = { time: string; context: string; status: string };
type Parcel = { com: string; nu: string; callback: string; data: Said[] };

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex').toUpperCase();
/** As it writes times: by the clock of China. */
export const chinaTime = (millis: number): string =>
  new Date(millis + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const states: Record<string, string> = { 揽收: '1', 在途: '0', 派件: '5', 签收: '3', 疑难: '2' };

export type StandInDesk = Awaited<ReturnType<typeof openStandInDesk>>;

/**
 * A tracking service of our own that speaks as 快递100 does: it checks the shop's signatures, signs what it tells, and can be
 * told to be late, to repeat itself, to turn the order around, to lose what it should tell or to hang. With `plays` every
 * parcel that is subscribed to makes a small journey by itself.
 */
export const openStandInDesk = async ({
  keys,
  port = 0,
  plays = false,
}: {
  keys: DeskKeys;
  port?: number;
  plays?: boolean;
}) => {
  const parcels = new Map<string, Parcel>();
  let behaviour = wellBehaved;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timer.unref();
    timers.add(timer);
  };
  const open = (com: string, nu: string): Parcel => {
    const found = parcels.get(`${com} ${nu}`) ?? { com, nu, callback: '', data: [] };
    parcels.set(`${com} ${nu}`, found);
    return found;
  };
  const resultOf = ({ com, nu, data }: Pick<Parcel, 'com' | 'nu' | 'data'>) => ({
    message: 'ok',
    status: '200',
    com,
    nu,
    ischeck: data.some(({ status }) => status === '签收') ? '1' : '0',
    state: states[data[0]?.status ?? ''] ?? '0',
    data: data.map((one) => ({ ...one, ftime: one.time })),
  });
  const pushOf = (parcel: Parcel, data: Said[] = parcel.data) => {
    const param = JSON.stringify({ status: 'polling', message: '', lastResult: resultOf({ ...parcel, data }) });
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ param, sign: md5(param + keys.salt) }).toString(),
    };
  };
  const send = async (parcel: Parcel, push = pushOf(parcel)): Promise<boolean> => {
    try {
      const answer = await fetch(parcel.callback, { method: 'POST', ...push, signal: AbortSignal.timeout(5_000) });
      return ((await answer.json()) as { result?: boolean }).result === true;
    } catch {
      return false;
    }
  };
  /** Something happens to a parcel, newest first in what is told. */
  const say = (com: string, nu: string, said: readonly Omit<Said, 'time'>[], at = Date.now()): void => {
    const parcel = open(com, nu);
    const pushes = said.map((one, index) => {
      parcel.data = [{ ...one, time: chinaTime(at + index * 1_000) }, ...parcel.data];
      return pushOf(parcel);
    });
    if (behaviour.lose || !parcel.callback) return;
    const { copies, delay, reversed } = behaviour;
    later(delay, () => {
      for (const push of reversed ? pushes.toReversed() : pushes)
        for (let copy = 0; copy < copies; copy++) void send(parcel, push);
    });
  };

  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.post('/control/behaviour', async (c) => {
    behaviour = { ...wellBehaved, ...(await c.req.json<Partial<DeskBehaviour>>()) };
    return c.json(behaviour);
  });
  app.post('/control/say', async (c) => {
    const { com, nu, said } = await c.req.json<{ com: string; nu: string; said: Omit<Said, 'time'>[] }>();
    say(com, nu, said);
    return c.json(open(com, nu));
  });
  app.use('/poll/*', async (_, next) => {
    if (behaviour.hang > 0) await new Promise<void>((resolve) => later(behaviour.hang, resolve));
    return next();
  });
  app.post('/poll', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const param = JSON.parse(form.get('param') ?? '{}') as {
      company?: string;
      number?: string;
      key?: string;
      parameters?: { callbackurl?: string };
    };
    if (param.key !== keys.key) return c.json({ result: false, returnCode: '600', message: '您不是合法的订阅者' });
    if (!param.company || !param.number)
      return c.json({ result: false, returnCode: '701', message: '拒绝订阅的快递公司' });
    const parcel = open(param.company, param.number);
    const known = parcel.callback !== '';
    parcel.callback = param.parameters?.callbackurl ?? '';
    if (known) return c.json({ result: false, returnCode: '501', message: '重复订阅' });
    if (plays) for (const { after, ...said } of journey) later(after, () => say(parcel.com, parcel.nu, [said]));
    return c.json({ result: true, returnCode: '200', message: '提交成功' });
  });
  app.post('/poll/query.do', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const param = form.get('param') ?? '';
    if (form.get('customer') !== keys.customer || form.get('sign') !== md5(param + keys.key + keys.customer))
      return c.json({ result: false, returnCode: '503', message: '验证签名失败' });
    const { com = '', num = '' } = JSON.parse(param) as { com?: string; num?: string };
    const parcel = parcels.get(`${com} ${num}`);
    return parcel && parcel.data.length > 0
      ? c.json(resultOf(parcel))
      : c.json({ result: false, returnCode: '500', message: '查询无结果，请隔段时间再查' });
  });

  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const opened = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(opened));
    opened.once('error', reject);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (wish: Partial<DeskBehaviour>): void => {
      behaviour = { ...wellBehaved, ...wish };
    },
    say,
    send,
    pushOf,
    parcel: (com: string, nu: string): Parcel | undefined => parcels.get(`${com} ${nu}`),
    close: async (): Promise<void> => {
      for (const timer of timers) clearTimeout(timer);
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
