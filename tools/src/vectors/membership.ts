import { day } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import {
  clawback,
  DEFAULT_LEVEL_POLICY,
  foldPoints,
  levelAt,
  type PointsEvent,
  pointsForOrder,
  redeemForMoney,
  redeemReward,
} from '@tradeline/domain/membership';
import { type Allocation, minor } from '@tradeline/domain/money';

const snake = (text: string): string => text.replaceAll('-', '_');
const dayOf = (text: string): Day => day(text.slice(0, 10));
const maybeDay = (text: string | undefined): Day | undefined => (text === undefined ? undefined : dayOf(text));

type LevelVector = {
  readonly levels: readonly {
    readonly level: string;
    readonly min: number;
    readonly minOrders?: number;
    readonly minPoints?: number;
  }[];
  readonly windowMonths?: number;
  readonly validMonths?: number;
  readonly softLanding?: boolean;
  readonly at: string;
  readonly current: string;
  readonly levelValidUntil?: string;
  readonly lockedUntil?: string;
  readonly points?: number;
  readonly orders: readonly {
    readonly date: string;
    readonly paid: number;
    readonly refunded?: number;
    readonly shipping?: number;
    readonly delivered?: boolean;
  }[];
};
const level = (input: LevelVector) => {
  const decision = levelAt({
    levels: input.levels.map((row) => ({ ...row, min: minor(row.min) })),
    held: {
      level: input.current,
      validUntil: maybeDay(input.levelValidUntil),
      lockedUntil: maybeDay(input.lockedUntil),
    },
    orders: input.orders
      .filter((order) => order.delivered !== false)
      .map((order) => ({
        date: dayOf(order.date),
        paid: minor(order.paid - (order.shipping ?? 0)),
        refunded: minor(order.refunded ?? 0),
      })),
    points: input.points,
    at: dayOf(input.at),
    policy: {
      ...DEFAULT_LEVEL_POLICY,
      windowMonths: input.windowMonths ?? DEFAULT_LEVEL_POLICY.windowMonths,
      validMonths: input.validMonths ?? DEFAULT_LEVEL_POLICY.validMonths,
      softLanding: input.softLanding ?? DEFAULT_LEVEL_POLICY.softLanding,
    },
  });
  return {
    level: decision.held.level,
    validUntil: decision.held.validUntil,
    spend: decision.spend,
    change: decision.change,
    next: decision.next?.level,
    toNext: decision.next?.missing,
    toKeep: decision.keep?.missing,
  };
};

type OrderVector = {
  readonly pointsPerYuan: number;
  readonly multiplier?: number | string;
  readonly lines: readonly {
    readonly id: string;
    readonly paid: number;
    readonly bonus?: number;
    readonly selected?: boolean;
  }[];
};
const FEN_PER_YUAN = 100;
const earned = ({ pointsPerYuan, multiplier = 1, lines }: OrderVector) => {
  const counted = lines
    .filter((line) => line.selected !== false)
    .map((line) => ({ id: line.id, paid: minor(line.paid), bonus: line.bonus ?? 0 }));
  const [units, decimals = ''] = String(pointsPerYuan).split('.');
  const order = pointsForOrder(counted, {
    points: Number(`${units}${decimals}`),
    per: minor(FEN_PER_YUAN * 10 ** decimals.length),
    multiplier: String(multiplier),
  });
  return { points: order.points, lines: Object.fromEntries(order.lines.map((line) => [line.id, line.points])) };
};

type EventVector = {
  readonly date: string;
  readonly type: string;
  readonly points: number;
  readonly expires?: string;
  readonly available?: string;
  readonly availableOn?: string;
  readonly lot?: string;
  readonly order?: string;
  readonly id?: string;
  readonly redemption?: string;
};
const eventsOf = (rows: readonly EventVector[]): PointsEvent[] => {
  let lastRedemption = '';
  return rows.map((row, at): PointsEvent => {
    const [on, points] = [dayOf(row.date), row.points];
    switch (row.type) {
      case 'redeem':
        lastRedemption = row.id ?? row.redemption ?? row.order ?? `redemption-${at}`;
        return { type: 'redeem', on, points, id: lastRedemption };
      case 'refund':
      case 'clawback':
        return { type: 'clawback', on, points, order: row.order ?? '' };
      case 'restore':
      case 'cancel':
      case 'return':
        return { type: 'restore', on, points, redemption: row.redemption ?? row.id ?? row.order ?? lastRedemption };
      default:
        return {
          type: 'earn',
          on,
          points,
          lot: row.lot ?? `lot-${at}`,
          expires: maybeDay(row.expires),
          availableOn: maybeDay(row.available ?? row.availableOn),
          order: row.order,
        };
    }
  });
};
const ledger = ({ events, at }: { readonly events: readonly EventVector[]; readonly at: string }) => {
  const account = foldPoints(eventsOf(events), dayOf(at));
  if (!account.ok) return { ok: false, reason: snake(account.error.kind) };
  return {
    ok: true,
    ...account.value,
    lots: Object.fromEntries(account.value.lots.map((lot) => [lot.lot, lot.left])),
  };
};

type MoneyVector = {
  readonly balance: number;
  readonly valuePerPoint: number | string;
  readonly points?: number;
  readonly maxAmount?: number;
  readonly maxPercent?: number;
  readonly step?: number;
  readonly split?: string;
  readonly lines: readonly { readonly id: string; readonly amount: number }[];
};
const splits: Readonly<Record<string, Allocation>> = {
  'truncate-last': 'truncate-last-line',
  'truncate-last-line': 'truncate-last-line',
};
const money = (input: MoneyVector) => {
  const off = redeemForMoney(
    input.lines.map((line) => ({ id: line.id, amount: minor(line.amount) })),
    input.balance,
    {
      valuePerPoint: String(input.valuePerPoint),
      maxAmount: input.maxAmount === undefined ? undefined : minor(input.maxAmount),
      maxPercent: input.maxPercent,
      step: input.step,
      split: splits[input.split ?? ''] ?? 'largest-remainder',
    },
    input.points,
  );
  return { ...off, lines: Object.fromEntries(off.lines.map((line) => [line.id, line.off])) };
};

type GoodsVector = {
  readonly balance: number;
  readonly cost: number;
  readonly stock?: number;
  readonly quantity?: number;
  readonly perCustomerLimit?: number;
  readonly redeemedByCustomer?: number;
};
const goods = ({ balance, cost, stock, quantity = 1, perCustomerLimit, redeemedByCustomer = 0 }: GoodsVector) => {
  const result = redeemReward(
    { id: 'reward', gives: { kind: 'coupon', coupon: 'any' }, cost, stock, perCustomerLimit },
    { quantity, today: dayOf('2026-06-30'), balance, redeemedByCustomer },
  );
  return result.ok
    ? { ok: true, points: cost * quantity, balance: balance - cost * quantity }
    : { ok: false, reason: snake(result.error.kind) };
};

/** How each `fn` of the membership file is asked of the domain. */
export const membership: Readonly<Record<string, (input: never) => unknown>> = {
  levelAt: level,
  pointsForOrder: earned,
  pointsLedger: ledger,
  redeemForMoney: money,
  redeemGoods: goods,
  clawback: (input: {
    readonly paid: number;
    readonly earned: number;
    readonly refunded: number;
    readonly refundedBefore?: number;
  }) => ({ points: clawback(input) }),
};
