import { type Minor, minor } from '@tradeline/domain/money';
import { can, chargedAmount, dueAmount, type PaymentTerms } from '@tradeline/domain/order';
import { DAY, HOUR, midnight } from '../clock.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { StaffRow, Team } from '../people/staff.ts';
import type { Random } from '../random.ts';
import { isWorkday } from './demand.ts';
import type { Actor, Journey, Journeys } from './journey.ts';
import type { Schedule } from './schedule.ts';

/** Where a fresh order waits for the staff, whatever would follow. */
export type Stage = 'submitted' | 'awaiting-payment' | 'in-review' | 'confirmed' | 'picking' | 'shipped' | 'in-transit';
export type LifeContext = {
  readonly random: Random;
  readonly schedule: Schedule;
  readonly journeys: Journeys;
  readonly team: Team;
  readonly opened: number;
  readonly now: number;
};

const system: Actor = { type: 'system', id: null, name: '系统', roles: ['system'] };
const carriers = [
  ['顺丰速运', 'SF', 4],
  ['圆通速递', 'YT', 4],
  ['中通快递', 'ZT', 4],
  ['德邦物流', 'DP', 8],
] as const;

export const staffActor = (row: StaffRow, role: Actor['roles'][number]): Actor => ({
  type: 'staff',
  id: row.id,
  name: row.name,
  roles: [role],
});

/** The next moment at which somebody is at work. */
const working = (millis: number): number => {
  const day = midnight(millis);
  const [opens, closes] = [day + 8.5 * HOUR, day + 18 * HOUR];
  if (isWorkday(millis) && millis < closes) return Math.max(millis, opens);
  return working(day + DAY + 8.5 * HOUR + (millis % HOUR));
};

/** What happens to orders after they were placed: when, by whom, and how it ends. */
export const openLife = ({ random, schedule, journeys, team, opened, now }: LifeContext) => {
  const { run, pay, refund, newId } = journeys;
  const reviewers = team.of('reviewer').map((row) => staffActor(row, 'reviewer'));
  const finance = team.of('finance').map((row) => staffActor(row, 'reviewer'));
  const keepers = [0, 1, 2].map((site) => staffActor(team.keeperOf(site), 'warehouse'));
  const stops = new Map<Journey, Stage>();

  /** Some hours on, in working time; a fresh order goes a share of the way to now instead. */
  const later = (journey: Journey, from: number, hours: number, task: (at: number) => void): void => {
    const when = stops.has(journey) ? from + (now - from) * 0.22 : working(from + hours * HOUR);
    schedule.add(when, task);
  };
  const stopped = (journey: Journey, stage: Stage): boolean => stops.get(journey) === stage;

  const start = (journey: Journey, stop?: Stage): void => {
    if (stop) stops.set(journey, stop);
    const { placedAt, facts } = journey;
    if (facts.money.terms === 'prepaid') return awaitPayment(journey, placedAt + 30_000);
    if (!stopped(journey, 'submitted')) judge(journey, placedAt);
  };

  const awaitPayment = (journey: Journey, at: number): void =>
    schedule.add(at, () => {
      run(journey, { action: 'await-payment' }, system, at);
      if (stopped(journey, 'awaiting-payment')) return;
      if (!stops.has(journey) && random.chance(0.07))
        return schedule.add(at + 3 * DAY, (end) => run(journey, { action: 'expire' }, system, end));
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
    if (random.chance(0.015) && !stops.has(journey))
      return later(journey, from, 0.5 + random.next() * 2, (at) =>
        run(journey, { action: 'cancel', comment: random.pick(cancelReasons) }, journey.buyer, at),
      );
    if (known && small && !stopped(journey, 'in-review'))
      return schedule.add(from + 5_000, (at) => {
        run(
          journey,
          { action: 'auto-confirm', checks: { 'credit-auto': true, stock: true, price: true, 'known-customer': true } },
          system,
          at,
        );
        pick(journey, at);
      });
    later(journey, from, 0.2 + random.next() * 3, (at) => {
      const reviewer = random.pick(reviewers);
      run(journey, { action: 'start-review' }, reviewer, at);
      if (stopped(journey, 'in-review')) return;
      later(journey, at, 0.1 + random.next() * 5, (decided) => {
        if (random.chance(0.022) && !stops.has(journey) && chargedAmount(journey.facts) === 0)
          return run(journey, { action: 'reject', comment: random.pick(rejectReasons) }, reviewer, decided);
        run(journey, { action: 'approve', checks: { credit: true } }, reviewer, decided);
        pick(journey, decided);
      });
    });
  };

  const pick = (journey: Journey, from: number): void => {
    if (stopped(journey, 'confirmed')) return;
    const sites = [...new Set(journey.holds.map(({ site }) => site))].sort();
    later(journey, from, 1 + random.next() * 9, (at) => {
      run(journey, { action: 'start-picking' }, keepers[sites[0]!]!, at);
      if (stopped(journey, 'picking')) {
        if (random.chance(0.5))
          run(journey, { action: 'pick' }, keepers[sites[0]!]!, Math.min(at + 20 * 60_000, now - 1_000));
        return;
      }
      let from = at;
      for (const site of sites) {
        later(journey, from, 0.8 + random.next() * 5, (shipped) => ship(journey, site, shipped));
        from += 5 * HOUR;
      }
    });
  };

  const ship = (journey: Journey, site: number, at: number): void => {
    const lines = journey.holds
      .filter((hold) => hold.site === site)
      .map(({ lineId, wish }) => ({ lineId, quantity: wish.quantity }));
    const shipmentId = newId(at);
    const [carrier, letters] = random.weighted(carriers, ([, , weight]) => weight);
    run(journey, { action: 'ship', shipmentId, lines, checks: { credit: true } }, keepers[site]!, at, {
      site,
      carrier,
      trackingNumber: `${letters}${random.int(100_000, 999_999)}${random.int(1_000_000, 9_999_999)}`,
    });
    if (stopped(journey, 'shipped')) return;
    const driver: Actor = { type: 'system', id: null, name: carrier, roles: ['carrier'] };
    const scanned = stops.has(journey) ? at + (now - at) * 0.5 : at + (3 + random.next() * 12) * HOUR;
    schedule.add(scanned, () => run(journey, { action: 'scan', shipmentId }, driver, scanned));
    if (stopped(journey, 'in-transit')) return;
    const arrival = midnight(scanned + (1 + random.next() ** 2 * 4) * DAY) + (9 + random.next() * 9) * HOUR;
    schedule.add(Math.max(arrival, scanned + 6 * HOUR), (delivered) => {
      run(journey, { action: 'deliver', shipmentId }, random.chance(0.3) ? journey.buyer : driver, delivered);
      if (journey.facts.lines.every((line) => line.delivered === line.ordered - line.cancelled))
        afterDelivery(journey, delivered);
    });
  };

  const afterDelivery = (journey: Journey, at: number): void => {
    const { terms, dueAt } = journey.facts.money;
    const comesBack = random.chance(journey.customer.habit === 'churned' ? 0.08 : 0.03);
    const settled = (paid: number): void => {
      if (comesBack) returnSome(journey, Math.max(paid + 20 * HOUR, at + random.int(2, 6) * DAY));
      schedule.add(Math.max(paid + 2 * DAY, at + 16 * DAY), (end) => close(journey, end));
    };
    if (terms === 'prepaid') return settled(at);
    const receiver = random.pick(finance);
    if (terms === 'on-delivery')
      return schedule.add(at + (0.2 + random.next() * 20) * HOUR, (paid) => {
        pay(
          journey,
          owed(journey),
          random.chance(0.6) ? 'cash' : 'bank-transfer',
          { starts: receiver, records: receiver },
          paid,
        );
        settled(paid);
      });
    const due = Date.parse(dueAt!);
    const paidAt = Math.max(at + DAY, working(due + payingDelay(journey.customer, due) * DAY));
    const inParts =
      journey.customer.habit === 'late' || journey.customer.habit === 'very-late' ? random.chance(0.25) : false;
    if (inParts)
      schedule.add(Math.max(at + DAY, paidAt - 9 * DAY), (early) =>
        pay(
          journey,
          minor(Math.round(owed(journey) * 0.4)),
          'bank-transfer',
          { starts: receiver, records: receiver },
          early,
        ),
      );
    schedule.add(paidAt, (paid) => {
      pay(journey, owed(journey), 'bank-transfer', { starts: receiver, records: receiver }, paid);
      settled(paid);
    });
  };

  const owed = ({ facts }: Journey): Minor => minor(dueAmount(facts) - chargedAmount(facts));

  /** Days after the due date: by the firm's habit, and now and then anybody is late. */
  const payingDelay = ({ habit, size }: DemoCustomer, due: number): number => {
    const wait = -Math.log(1 - random.next());
    const progress = (due - opened) / (now - opened);
    if (habit === 'very-late') return 18 + wait * 38;
    if (habit === 'late') return 2 + wait * (8 + 14 * progress);
    if (habit === 'hold') return 35 + wait * 70;
    if (habit === 'fading') return -2 + wait * (4 + 16 * progress);
    if (random.chance(0.05)) return 1 + wait * 9;
    return -random.int(0, size >= 8 ? 9 : 5) - random.next();
  };

  const returnSome = (journey: Journey, at: number): void => {
    const line = random.pick(journey.facts.lines);
    const priced = journey.priced.lines[journey.facts.lines.indexOf(line)]!;
    const quantity = Math.max(1, Math.round(line.delivered * random.pick([0.1, 0.2, 0.5, 1])));
    const amount = minor(Math.round((priced.net * quantity) / priced.quantity));
    const returnId = newId(at);
    const [reviewer, keeper] = [
      random.pick(reviewers),
      keepers[journey.holds.find((hold) => hold.lineId === line.lineId)!.site]!,
    ];
    const lines = [{ lineId: line.lineId, quantity }];
    const stations: readonly ((now: number) => void)[] = [
      (t) =>
        run(
          journey,
          {
            action: 'request-return',
            returnId,
            lines,
            comment: random.pick(returnReasons),
            checks: { 'return-window': true },
          },
          journey.buyer,
          t,
        ),
      (t) => run(journey, { action: 'approve-return', returnId }, reviewer, t),
      (t) => run(journey, { action: 'send-back', returnId }, journey.buyer, t),
      (t) => run(journey, { action: 'receive-return', returnId }, keeper, t),
      (t) =>
        run(
          journey,
          { action: 'inspect-return', returnId, inspected: [{ lineId: line.lineId, good: quantity, damaged: 0 }] },
          keeper,
          t,
        ),
      (t) => {
        run(journey, { action: 'refund-return', returnId, amount }, reviewer, t);
        refund(journey, amount, reviewer, t + 120_000);
        schedule.add(t + 10 * DAY, (end) => close(journey, end));
      },
    ];
    const go = (station: number, from: number): void => {
      const task = stations[station];
      if (task)
        schedule.add(working(from + (2 + random.next() * 40) * HOUR), (t) => {
          // Holidays may have moved the request past the day on which the order was closed.
          if (journey.facts.approval !== 'picking') return;
          task(t);
          go(station + 1, t);
        });
    };
    go(0, at);
  };

  const close = (journey: Journey, at: number): void => {
    if (can(journey.facts, 'close', 'system').ok)
      run(journey, { action: 'close', checks: { 'return-period-over': true } }, system, at);
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

const cancelReasons = ['重复下单', '数量填错，稍后重下', '终端客户取消项目', '改由其他门店采购'];
const rejectReasons = [
  '收货地址超出配送范围',
  '客户资质已过期，请先更新',
  '信用额度复核未通过',
  '价格授权已失效，请重新下单',
];
const returnReasons = ['到货破损', '规格发错', '质量与样品不符', '滞销协商退货', '多发'];
