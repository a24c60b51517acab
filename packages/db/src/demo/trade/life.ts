import type { Minor } from '@tradeline/domain/money';
import { chargedAmount, type PaymentTerms } from '@tradeline/domain/order';
import { DAY, HOUR, midnight } from '../clock.ts';
import type { DemoCustomer } from '../people/customers.ts';
import { carrierActor, system } from './actors.ts';
import type { Journey } from './journey.ts';
import type { Settlement, SettlementContext } from './settlement.ts';
import { working } from './working-time.ts';

/** Where a fresh order waits for the staff, whatever would follow. */
export type Stage = 'submitted' | 'awaiting-payment' | 'in-review' | 'confirmed' | 'picking' | 'shipped' | 'in-transit';
export type LifeContext = SettlementContext & { readonly settlement: Settlement };

const carriers = [
  ['顺丰速运', 'SF', 4],
  ['圆通速递', 'YT', 4],
  ['中通快递', 'ZT', 4],
  ['德邦物流', 'DP', 8],
] as const;
/** So many of the orders that wait in review have passed the first and wait for the money side. */
const SECOND = 2;
/** So many of the orders that are being picked wait for their list whatever chance says. */
const UNPICKED = 2;
const twoReviews = [
  { step: 'order', roles: ['reviewer'], distinct: true },
  { step: 'finance', roles: ['finance'], distinct: true },
] as const;
const cancelReasons = ['重复下单', '数量填错，稍后重下', '终端客户取消项目', '改由其他门店采购'];
const rejectReasons = [
  '收货地址超出配送范围',
  '客户资质已过期，请先更新',
  '信用额度复核未通过',
  '价格授权已失效，请重新下单',
];

/** What happens to orders from their placing to the customer's door: when, and by whom. */
export const openLife = ({ random, schedule, journeys, actors, settlement, now }: LifeContext) => {
  const { run, pay, refund, newId } = journeys;
  const { reviewers, finance, keepers } = actors;
  const stops = new Map<Journey, Stage>();
  let seconds = 0;
  let begun = 0;

  /** Some hours on, in working time; a fresh order goes a share of the way to now instead. */
  const later = (journey: Journey, from: number, hours: number, task: (at: number) => void): void =>
    schedule.add(stops.has(journey) ? from + (now - from) * 0.22 : working(from + hours * HOUR), task);
  const stopped = (journey: Journey, stage: Stage): boolean => stops.get(journey) === stage;
  /** Something that befalls one order in so many, but none that was made to wait somewhere. */
  const befalls = (journey: Journey, probability: number): boolean => random.chance(probability) && !stops.has(journey);

  const start = (journey: Journey, stop?: Stage): void => {
    if (stop) stops.set(journey, stop);
    if (journey.facts.money.terms === 'prepaid') awaitPayment(journey, journey.placedAt + 30_000);
    else judge(journey, journey.placedAt);
  };

  const awaitPayment = (journey: Journey, at: number): void =>
    schedule.add(at, () => {
      run(journey, { action: 'await-payment' }, system, at);
      if (stopped(journey, 'awaiting-payment')) return;
      if (befalls(journey, 0.07)) {
        schedule.add(at + 3 * DAY, (end) => run(journey, { action: 'expire' }, system, end));
        return;
      }
      later(journey, at, 0.3 + 5 * random.next() ** 3, (paid) => {
        pay(journey, journey.facts.money.total, 'bank-transfer', { starts: journey.buyer, records: system }, paid);
        run(journey, { action: 'confirm-payment' }, system, paid + 120_000);
        judge(journey, paid + 120_000);
      });
    });

  const judge = (journey: Journey, from: number): void => {
    if (stopped(journey, 'submitted')) return;
    const { customer, facts } = journey;
    const known = journey.placedAt - customer.since > 60 * DAY;
    const small = facts.money.total < 300_000 + customer.size * 120_000;
    if (befalls(journey, 0.015)) later(journey, from, 0.5 + random.next() * 2, (at) => withdraw(journey, at));
    else if (known && small && !stopped(journey, 'in-review'))
      schedule.add(from + 5_000, (at) => {
        const checks = { 'credit-auto': true, stock: true, price: true, 'known-customer': true };
        run(journey, { action: 'auto-confirm', checks }, system, at);
        pick(journey, at);
      });
    else later(journey, from, 0.2 + random.next() * 3, (at) => review(journey, at));
  };

  const withdraw = (journey: Journey, at: number): void => {
    const money = chargedAmount(journey.facts);
    run(journey, { action: 'cancel', comment: random.pick(cancelReasons) }, journey.buyer, at);
    if (money > 0) refund(journey, money, random.pick(finance), at + 30 * 60_000);
  };

  const review = (journey: Journey, at: number): void => {
    const reviewer = random.pick(reviewers);
    const second = stopped(journey, 'in-review') && journey.facts.money.terms === 'terms' && seconds++ < SECOND;
    run(journey, { action: 'start-review', ...(second ? { reviews: twoReviews } : {}) }, reviewer, at);
    if (second) later(journey, at, 1, (passed) => run(journey, { action: 'pass-review' }, reviewer, passed));
    if (stopped(journey, 'in-review')) return;
    later(journey, at, 0.1 + random.next() * 5, (decided) => {
      if (befalls(journey, 0.05) && chargedAmount(journey.facts) === 0) {
        run(journey, { action: 'reject', comment: random.pick(rejectReasons) }, reviewer, decided);
        return;
      }
      run(journey, { action: 'approve', checks: { credit: true } }, reviewer, decided);
      pick(journey, decided);
    });
  };

  const pick = (journey: Journey, from: number): void => {
    if (stopped(journey, 'confirmed')) return;
    const sites = [...new Set(journey.holds.map(({ site }) => site))].sort();
    later(journey, from, 1 + random.next() * 9, (at) => {
      const keeper = keepers[sites[0]!]!;
      run(journey, { action: 'start-picking' }, keeper, at);
      if (stopped(journey, 'picking')) {
        // Those that come first lie on the shelf still: the list that is walked this morning asks for them.
        if (random.chance(0.5) && ++begun > UNPICKED) {
          run(journey, { action: 'pick' }, keeper, at + (now - at) * 0.4);
          for (const { row } of journey.holds) row.picked = row.quantity;
        }
        return;
      }
      for (const [i, site] of sites.entries())
        later(journey, at, i * 5 + 0.8 + random.next() * 5, (shipped) => ship(journey, site, shipped));
    });
  };

  const ship = (journey: Journey, site: number, at: number): void => {
    const lines = journey.holds
      .filter((hold) => hold.site === site)
      .map(({ lineId, wish }) => ({ lineId, quantity: wish.quantity }));
    const shipmentId = newId(at);
    const [carrier, letters] = random.weighted(carriers, ([, , weight]) => weight);
    const trackingNumber = `${letters}${random.int(100_000, 999_999)}${random.int(1_000_000, 9_999_999)}`;
    const parcel = { site, carrier, trackingNumber };
    run(journey, { action: 'ship', shipmentId, lines, checks: { credit: true } }, keepers[site]!, at, parcel);
    if (stopped(journey, 'shipped')) return;
    const driver = carrierActor(carrier);
    const scanned = stops.has(journey) ? at + (now - at) * 0.5 : at + (3 + random.next() * 12) * HOUR;
    schedule.add(scanned, () => run(journey, { action: 'scan', shipmentId }, driver, scanned));
    if (stopped(journey, 'in-transit')) return;
    const arrival = midnight(scanned + (1 + random.next() ** 2 * 4) * DAY) + (9 + random.next() * 9) * HOUR;
    schedule.add(Math.max(arrival, scanned + 6 * HOUR), (delivered) => {
      run(journey, { action: 'deliver', shipmentId }, random.chance(0.3) ? journey.buyer : driver, delivered);
      const complete = journey.facts.lines.every((line) => line.delivered === line.ordered - line.cancelled);
      if (complete) settlement.afterDelivery(journey, delivered);
    });
  };

  /** On account while the firm is trusted and the order fits its limit; else it pays first or at the door. */
  const termsFor = (customer: DemoCustomer, total: Minor, at: number): PaymentTerms => {
    const trusted = customer.termDays > 0 && !(customer.habit === 'hold' && at > now - 75 * DAY);
    const fits = journeys.creditUsed(customer.row.id) + total <= customer.limit;
    if (trusted && fits && random.chance(0.93)) return 'terms';
    return random.chance(0.55) ? 'prepaid' : 'on-delivery';
  };

  return { start, termsFor };
};
