import { type Minor, minor } from '@tradeline/domain/money';
import { can, chargedAmount, dueAmount, type LineQuantity } from '@tradeline/domain/order';
import { DAY, HOUR } from '../clock.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { Random } from '../random.ts';
import { type Actors, system } from './actors.ts';
import type { Actor, Journey } from './journey.ts';
import type { Journeys } from './journeys.ts';
import { returnWords } from './return-rows.ts';
import type { Schedule } from './schedule.ts';
import { working } from './working-time.ts';

export type SettlementContext = {
  readonly random: Random;
  readonly schedule: Schedule;
  readonly journeys: Journeys;
  readonly actors: Actors;
  readonly opened: number;
  readonly now: number;
};

const PARTS_OF_A_LINE = [0.1, 0.2, 0.5, 1];

/** What happens to an order once its goods have arrived: money comes in, sooner or later, some goods come back, the order is closed. */
export const openSettlement = ({ random, schedule, journeys, actors, opened, now }: SettlementContext) => {
  const { run, pay, refund, newId } = journeys;
  const owed = ({ facts }: Journey): Minor => minor(dueAmount(facts) - chargedAmount(facts));

  const afterDelivery = (journey: Journey, at: number): void => {
    const { terms, dueAt } = journey.facts.money;
    const comesBack = random.chance(journey.customer.habit === 'churned' ? 0.08 : 0.035);
    const settled = (paid: number): void => {
      if (comesBack) returnSome(journey, Math.max(paid + 20 * HOUR, at + random.int(2, 6) * DAY));
      schedule.add(Math.max(paid + 2 * DAY, at + 16 * DAY), (end) => close(journey, end));
    };
    const collect = (paid: number, amount: Minor, method: string, receiver: Actor): void =>
      pay(journey, amount, method, { starts: receiver, records: receiver }, paid);
    const receiver = random.pick(actors.finance);
    if (terms === 'prepaid') settled(at);
    else if (terms === 'on-delivery')
      schedule.add(at + (0.2 + random.next() * 20) * HOUR, (paid) => {
        collect(paid, owed(journey), random.chance(0.6) ? 'cash' : 'bank-transfer', receiver);
        settled(paid);
      });
    else {
      const due = Date.parse(dueAt!);
      const paidAt = Math.max(at + DAY, working(due + payingDelay(journey.customer, due) * DAY));
      const { habit } = journey.customer;
      if ((habit === 'late' || habit === 'very-late') && random.chance(0.25))
        schedule.add(Math.max(at + 12 * HOUR, paidAt - 9 * DAY), (early) =>
          collect(early, minor(Math.round(owed(journey) * 0.4)), 'bank-transfer', receiver),
        );
      schedule.add(paidAt, (paid) => {
        collect(paid, owed(journey), 'bank-transfer', receiver);
        settled(paid);
      });
    }
  };

  /** Days after the due date: by the firm's habit; now and then a good payer too is late, by less than blocks his credit. */
  const payingDelay = ({ habit, size }: DemoCustomer, due: number): number => {
    const wait = -Math.log(1 - random.next());
    const progress = (due - opened) / (now - opened);
    if (habit === 'very-late') return 18 + wait * 38;
    if (habit === 'late') return 2 + wait * (8 + 14 * progress);
    if (habit === 'hold') return 35 + wait * 70;
    if (habit === 'fading') return -2 + wait * (4 + 16 * progress);
    if (random.chance(0.05)) return 1 + Math.min(3, wait * 2);
    return -random.int(0, size >= 8 ? 9 : 5) - random.next();
  };

  /** One in six returns is the whole order, the others a part of one line. */
  const goodsBack = ({ facts, priced }: Journey): { lines: LineQuantity[]; amount: Minor } => {
    const all = facts.lines.map((line, i) => ({ line, net: priced.lines[i]!.net }));
    const back = random.chance(1 / 6)
      ? all.map(({ line, net }) => ({ lineId: line.lineId, quantity: line.delivered, amount: net }))
      : [random.pick(all)].map(({ line, net }) => {
          const quantity = Math.max(1, Math.round(line.delivered * random.pick(PARTS_OF_A_LINE)));
          return { lineId: line.lineId, quantity, amount: Math.round((net * quantity) / line.ordered) };
        });
    return {
      lines: back.map(({ lineId, quantity }) => ({ lineId, quantity })),
      amount: minor(back.reduce((sum, part) => sum + part.amount, 0)),
    };
  };

  const returnSome = (journey: Journey, at: number): void => {
    const { lines, amount } = goodsBack(journey);
    const returnId = newId(at);
    const reviewer = random.pick(actors.reviewers);
    const keeper = actors.keepers[journey.holds.find((hold) => hold.lineId === lines[0]!.lineId)!.site]!;
    const [comment] = random.pick(returnWords);
    const checks = { 'return-window': true };
    const inspected = lines.map(({ lineId, quantity }) => ({ lineId, good: quantity, damaged: 0 }));
    const stations: readonly ((t: number) => void)[] = [
      (t) => run(journey, { action: 'request-return', returnId, lines, comment, checks }, journey.buyer, t),
      (t) => run(journey, { action: 'approve-return', returnId }, reviewer, t),
      (t) => run(journey, { action: 'send-back', returnId }, journey.buyer, t),
      (t) => run(journey, { action: 'receive-return', returnId }, keeper, t),
      (t) => run(journey, { action: 'inspect-return', returnId, inspected }, keeper, t),
      (t) => {
        run(journey, { action: 'refund-return', returnId, amount }, reviewer, t);
        refund(journey, amount, reviewer, t + 120_000);
        schedule.add(t + 10 * DAY, (end) => close(journey, end));
      },
    ];
    const go = (station: number, from: number): void =>
      schedule.add(working(from + (2 + random.next() * 40) * HOUR), (t) => {
        // Holidays may have moved the request past the day on which the order was closed.
        if (journey.facts.approval !== 'picking') return;
        stations[station]?.(t);
        if (station + 1 < stations.length) go(station + 1, t);
      });
    go(0, at);
  };

  const close = (journey: Journey, at: number): void => {
    if (can(journey.facts, 'close', 'system').ok)
      run(journey, { action: 'close', checks: { 'return-period-over': true } }, system, at);
  };

  return { afterDelivery };
};
export type Settlement = ReturnType<typeof openSettlement>;
