import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { orderStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bookMoney } from '../../testing/book-money.ts';
import { deliver, type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { addTemplate, giveCoupon, givePoints, runPromotion, topUp } from '../../testing/means.ts';
import { payOnline, sentBack } from '../../testing/pay-online.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import { returning } from '../../testing/returning.ts';
import { staffActor } from '../order/actor.ts';

let shop: Shop;
let hands: Hands;
let goods: string[];
let template: string;
beforeAll(async () => {
  shop = await openShop({ pool: 8 });
  hands = await hire(shop);
  // Prices that no count of units divides evenly.
  const prices = [33_333, 1_234_567, 99_900, 7_100];
  goods = await Promise.all(
    prices.map(async (price) => (await shop.addSku({ price, north: 90_000, south: 50 })).skuId),
  );
  await runPromotion(shop, 'OFF', {
    conditions: [{ type: 'quantity', min: 5 }],
    actions: [{ type: 'percent-off-order', percent: '7' }],
  });
  const coupon = await runPromotion(shop, 'CPN', {
    coupon: { code: 'CPN' },
    actions: [{ type: 'amount-off-order', amount: minor(333) }],
  });
  template = await addTemplate(shop, coupon, 'CPN', { kind: 'personal' });
  await shop.db.insert(schema.deliveryMethods).values({
    id: newId(),
    code: 'truck',
    name: { zh: '物流' },
    rule: { zones: [{ id: 'all', tariff: { kind: 'fixed', amount: 1_501 }, freeFrom: 30_000 }] },
    taxRate: '9',
  });
});
afterAll(() => shop.close());

const orders = fc.record({
  lines: fc.uniqueArray(fc.record({ at: fc.nat(3), quantity: fc.integer({ min: 1, max: 13 }) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ at }) => at,
  }),
  coupon: fc.boolean(),
  points: fc.constantFrom(0, 0, 37, 500),
  balance: fc.constantFrom(0, 101, 100_000_000),
  terms: fc.constantFrom('terms' as const, 'on-delivery' as const, 'prepaid' as const),
  freight: fc.boolean(),
  /** How much of what is open is paid in cash before the first return, in percent. */
  paid: fc.constantFrom(0, 40, 100),
  pieces: fc.array(fc.record({ line: fc.nat(3), units: fc.integer({ min: 1, max: 13 }) }), { maxLength: 5 }),
});

/** By night as many as an hour allows, by day as many as nobody minds. */
const RUNS = inject('nightly') ? 400 : 12;

test('T24: random orders returned in random pieces, freight and what was paid online among them: refunds sum to what was taken when all is back, never to more, and every ledger closes', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (wish) => {
      const buyer: TestBuyer = await shop.addBuyer({ creditLimit: 1_000_000_000 });
      const { id: companyId } = buyer.company;
      if (wish.coupon) await giveCoupon(shop, template, companyId);
      await givePoints(shop, companyId, 1_000);
      if (wish.balance > 0) await topUp(shop, companyId, wish.balance);
      const lines = wish.lines.map(({ at, quantity }) => ({ skuId: goods[at]!, quantity }));
      const asked = {
        paymentTerms: wish.terms,
        ...(wish.terms === 'prepaid' ? { payBy: 'online' as const } : {}),
        ...(wish.freight ? { deliveryMethod: 'truck' } : {}),
        ...(wish.coupon ? { coupons: ['CPN'] } : {}),
        ...(wish.points > 0 ? { points: wish.points } : {}),
      };
      // Placed twice: the first answer says what it costs with all that was asked for.
      const look = await place(shop.deps, buyer, lines, { ...asked, expectedTotal: minor(1) });
      const total = look.ok ? look.value.total : (look.error as { actual: number }).actual;
      const placed = await place(shop.deps, buyer, lines, {
        ...asked,
        expectedTotal: minor(total),
        ...(wish.balance > 0 ? { balance: minor(Math.min(wish.balance, total)) } : {}),
      });
      if (!placed.ok) throw new Error(JSON.stringify(placed.error));
      const orderId = placed.value.id as string;
      const open = total - Math.min(wish.balance, total);
      const online = wish.terms === 'prepaid' && open > 0;
      if (online) await payOnline(shop, buyer, orderId);
      await deliver(shop, hands, orderId);
      if (!online)
        await bookMoney(shop, orderId, Math.floor((open * wish.paid) / 100), staffActor(hands.finance, 'test'));

      const steps = returning(shop, hands, buyer, orderId);
      const find = async () => (await orderStore.find(shop.db, { kind: 'all' }, orderId))!;
      const rest = new Map((await orderStore.lines(shop.db, orderId)).map(({ id, quantity }) => [id, quantity]));
      const back = async (parts: { lineId: string; quantity: number }[]) => {
        const returnId = await steps.toInspected(parts);
        for (const { lineId, quantity } of parts) rest.set(lineId, rest.get(lineId)! - quantity);
        expect(await steps.refund(returnId)).toMatchObject({ ok: true });
        // The second press finds it done.
        expect(await steps.refund(returnId, { expectedAmount: minor(0) })).toMatchObject({ ok: false });
        const { paidAmount, refundedAmount, grantedAmount } = await find();
        expect(refundedAmount).toBeLessThanOrEqual(paidAmount);
        expect(grantedAmount).toBeLessThanOrEqual(total);
      };
      for (const piece of wish.pieces) {
        const [lineId, left] = [...rest][piece.line % rest.size]!;
        if (left > 0) await back([{ lineId, quantity: Math.min(left, piece.units) }]);
      }
      const last = [...rest].filter(([, left]) => left > 0).map(([lineId, quantity]) => ({ lineId, quantity }));
      if (last.length > 0) await back(last);

      const { paidAmount, refundedAmount, grantedAmount, displayStatus, pointsUsed } = await find();
      expect({ grantedAmount, refundedAmount, displayStatus }).toEqual({
        grantedAmount: total,
        refundedAmount: paidAmount,
        displayStatus: 'refunded',
      });
      expect(await sentBack(shop, orderId)).toBe(online ? open : 0);
      const [held] = await shop.raw`
        select (select coalesce(sum(amount), 0)::int from credit_entries where order_id = ${orderId}) as credit,
               (select coalesce(sum(points), 0)::int from point_entries where order_id = ${orderId} and kind = 'restore') as points,
               (select count(*)::int from coupons where order_id = ${orderId}) as coupons,
               (select coalesce(sum(on_hand), 0)::int from stock_entries where kind = 'return' and cause_id like ${`${orderId}:%`}) as restocked`;
      expect(held).toEqual({
        credit: 0,
        points: pointsUsed,
        coupons: 0,
        restocked: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      });
      expect(await shop.broken()).toEqual({});
    }),
    { numRuns: RUNS },
  );
}, 1_800_000);
