import { createHash } from 'node:crypto';
import type { ParcelNewsKind } from '@tradeline/domain/fulfilment';
import { err, fromMillis, ok, type Result } from '@tradeline/domain/kernel';
import * as z from 'zod';
import type { CarrierAnswer, ParcelDesk, ParcelReport, TrackedParcel } from '../../ports/carrier.ts';

export type Kuaidi100Settings = {
  /** Where parcels are asked after and subscriptions are sent. */
  url: string;
  key: string;
  customer: string;
  /** Signs what it tells us. */
  salt: string;
  notifyUrl: string;
  timeoutMs: number;
};

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex').toUpperCase();

/** Beside the state of the whole parcel every entry may carry its own; what is neither is under way. */
const kinds: Record<string, ParcelNewsKind> = {
  '1': 'accepted',
  揽收: 'accepted',
  '0': 'in-transit',
  在途: 'in-transit',
  干线: 'in-transit',
  '5': 'out-for-delivery',
  派件: 'out-for-delivery',
  '3': 'delivered',
  签收: 'delivered',
  '2': 'problem',
  疑难: 'problem',
  '14': 'problem',
  拒签: 'problem',
  '6': 'returning',
  退回: 'returning',
  '4': 'returned',
  退签: 'returned',
};

const entry = z.object({ time: z.string(), context: z.string().min(1), status: z.string().optional() });
const result = z.object({ com: z.string().min(1), nu: z.string().min(1), state: z.string(), data: z.array(entry) });
const refused = z.object({ returnCode: z.string(), message: z.string().default('') });
const subscribed = z.object({ result: z.boolean(), returnCode: z.string(), message: z.string().default('') });
const pushed = z.object({ lastResult: result });

/** Its clock is that of China, and says so nowhere. */
const instantOf = (time: string): number => Date.parse(`${time.replace(' ', 'T')}+08:00`);

const reportOf = ({ com, nu, state, data }: z.infer<typeof result>): ParcelReport => {
  const entries = data
    .map((one) => ({ ...one, at: instantOf(one.time) }))
    .filter(({ at }) => Number.isFinite(at))
    .toSorted((a, b) => b.at - a.at);
  return {
    carrierCode: com,
    trackingNumber: nu,
    news: entries.map(({ at, context, status }, index) => ({
      kind: kinds[status ?? ''] ?? (index === 0 ? kinds[state] : undefined) ?? 'in-transit',
      at: fromMillis(at),
      text: context,
    })),
  };
};

const parsed = <Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | undefined => {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
};

/** 快递100: parcels of many carriers are asked after, subscribed to, and told of by signed pushes. */
export const kuaidi100 = ({ url, key, customer, salt, notifyUrl, timeoutMs }: Kuaidi100Settings): ParcelDesk => {
  const post = async (path: string, fields: Record<string, string>): Promise<Result<string, string>> => {
    try {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return answer.ok ? ok(await answer.text()) : err(`status ${answer.status}`);
    } catch (error) {
      return err(error instanceof Error ? error.name : 'unreachable');
    }
  };
  return {
    name: '快递100',
    subscribe: async ({ carrierCode, trackingNumber, phone }): CarrierAnswer<void> => {
      const param = JSON.stringify({
        company: carrierCode,
        number: trackingNumber,
        key,
        parameters: { callbackurl: notifyUrl, salt, resultv2: '1', phone },
      });
      const answered = await post('/poll', { schema: 'json', param });
      if (!answered.ok) return err({ kind: 'no-answer', detail: answered.error });
      const said = parsed(subscribed, answered.value);
      if (!said) return err({ kind: 'no-answer', detail: 'unreadable answer' });
      // 501: it is subscribed to already.
      return said.result || said.returnCode === '501'
        ? ok(undefined)
        : err({ kind: 'refused', code: said.returnCode, detail: said.message });
    },
    query: async ({ carrierCode, trackingNumber, phone }: TrackedParcel): CarrierAnswer<ParcelReport> => {
      const param = JSON.stringify({ com: carrierCode, num: trackingNumber, phone, resultv2: '1', order: 'desc' });
      const answered = await post('/poll/query.do', { customer, param, sign: md5(param + key + customer) });
      if (!answered.ok) return err({ kind: 'no-answer', detail: answered.error });
      const found = parsed(result, answered.value);
      if (found) return ok(reportOf(found));
      const said = parsed(refused, answered.value);
      if (!said) return err({ kind: 'no-answer', detail: 'unreadable answer' });
      // 500: nothing is known of it yet.
      return err(
        said.returnCode === '500'
          ? { kind: 'unknown' }
          : { kind: 'refused', code: said.returnCode, detail: said.message },
      );
    },
    readNotice: ({ body }) => {
      const form = new URLSearchParams(body);
      const [param, sign] = [form.get('param'), form.get('sign')];
      if (!param || !sign) return err('malformed');
      if (md5(param + salt) !== sign.toUpperCase()) return err('signature');
      const read = parsed(pushed, param);
      return read
        ? ok({ noticeId: createHash('sha256').update(param).digest('hex'), report: reportOf(read.lastResult) })
        : err('malformed');
    },
    heard: { body: JSON.stringify({ result: true, returnCode: '200', message: '成功' }), type: 'application/json' },
  };
};
