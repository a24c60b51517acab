import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { err, ok } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { Notice, PaymentGateway, PaymentReport, RawNotice, RefundReport } from '../../ports/payment.ts';

export type FakeGateway = PaymentGateway & {
  pay: (number: string) => void;
  /** A notice as it would arrive, signed. */
  notice: (number: string) => RawNotice;
};

const KEY = 'known to the tests only';

/** A gateway in memory, for tests of what is not about money: pays when told to. */
export const fakeGateway = (): FakeGateway => {
  /** `back`: refunded so far, in minor units; never more than was paid. */
  type Trade = { amount: Minor; back: number; report: PaymentReport; refunds: Map<string, RefundReport> };
  const trades = new Map<string, Trade>();
  const sign = (body: string): string => createHmac('sha256', KEY).update(body).digest('hex');
  return {
    start: async ({ number, amount, screen }) => {
      const open: Trade = trades.get(number) ?? { amount, back: 0, report: { state: 'open' }, refunds: new Map() };
      if (open.report.state !== 'open') return err({ kind: 'refused', code: 'TAKEN', detail: number });
      trades.set(number, open);
      const code = `fake:${number}`;
      return ok(screen === 'desk' ? { kind: 'code', code } : { kind: 'address', address: code });
    },
    query: async (number) => ok(trades.get(number)?.report ?? { state: 'absent' }),
    close: async (number) => {
      const trade = trades.get(number);
      if (trade?.report.state === 'paid') return err({ kind: 'refused', code: 'PAID', detail: number });
      if (trade) trade.report = { state: 'closed' };
      return ok(undefined);
    },
    refund: async ({ number, refundNumber, amount }) => {
      const trade = trades.get(number);
      if (trade?.report.state !== 'paid') return err({ kind: 'refused', code: 'UNPAID', detail: number });
      if (trade.refunds.has(refundNumber)) return ok({ state: 'succeeded', transaction: `r:${refundNumber}` });
      if (amount > trade.amount - trade.back) return err({ kind: 'refused', code: 'TOO_MUCH', detail: refundNumber });
      trade.back += amount;
      trade.refunds.set(refundNumber, { state: 'succeeded', transaction: `r:${refundNumber}` });
      return ok({ state: 'succeeded', transaction: `r:${refundNumber}` });
    },
    queryRefund: async ({ number, refundNumber }) =>
      ok(trades.get(number)?.refunds.get(refundNumber) ?? { state: 'absent' }),
    readNotice: ({ headers, body }) => {
      const signature = Buffer.from(headers['x-fake-signature'] ?? '');
      const mine = Buffer.from(sign(body));
      if (signature.length !== mine.length || !timingSafeEqual(signature, mine)) return err('signature');
      return ok(JSON.parse(body) as Notice);
    },
    heard: { body: 'heard', type: 'text/plain' },
    pay: (number) => {
      const trade = trades.get(number);
      if (!trade) throw new Error(`no such trade: ${number}`);
      trade.report = { state: 'paid', transaction: `t:${number}`, amount: trade.amount, currency: 'CNY' };
    },
    notice: (number) => {
      const report = trades.get(number)?.report ?? { state: 'absent' };
      const body = JSON.stringify({ noticeId: randomUUID(), number, report } satisfies Notice);
      return { headers: { 'x-fake-signature': sign(body) }, body };
    },
  };
};
