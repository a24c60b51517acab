import { plusDays } from '../../calendar/index.ts';
import { type Day, err, ok, type Result } from '../../kernel/index.ts';
import {
  DEFAULT_POINTS_POLICY,
  type LedgerFault,
  type Lot,
  type PointsAccount,
  type PointsEvent,
  type PointsPolicy,
} from './events.ts';

type OpenLot = { -readonly [K in keyof Lot]: Lot[K] };
type Book = {
  readonly lots: OpenLot[];
  readonly redemptions: Map<string, { lot: string; points: number }[]>;
  debt: number;
  expired: number;
  settledInMoney: number;
};

/** Lots in the order in which they are used up: earliest expiry, then earliest grant, then name. */
const useOrder = (a: Lot, b: Lot): number => {
  const [ea, eb] = [a.expires ?? '9999-12-31', b.expires ?? '9999-12-31'];
  if (ea !== eb) return ea < eb ? -1 : 1;
  if (a.granted !== b.granted) return a.granted < b.granted ? -1 : 1;
  return a.lot < b.lot ? -1 : 1;
};

const usable = (book: Book, on: Day): OpenLot[] =>
  book.lots.filter((lot) => lot.left > 0 && lot.availableOn <= on).sort(useOrder);

const takeFrom = (lots: readonly OpenLot[], points: number): { lot: string; points: number }[] => {
  let left = points;
  const taken: { lot: string; points: number }[] = [];
  for (const lot of lots) {
    const part = Math.min(left, lot.left);
    if (part === 0) continue;
    lot.left -= part;
    left -= part;
    taken.push({ lot: lot.lot, points: part });
  }
  return taken;
};

const sumOf = (parts: readonly { readonly points: number }[]): number =>
  parts.reduce((sum, { points }) => sum + points, 0);

/** What has come due by the start of a day: expiry first, then the debt is paid from what is usable. */
const settle = (book: Book, on: Day): void => {
  for (const lot of book.lots)
    if (lot.expires !== undefined && lot.expires <= on) {
      book.expired += lot.left;
      lot.left = 0;
    }
  if (book.debt > 0) book.debt -= sumOf(takeFrom(usable(book, on), book.debt));
};

const available = (book: Book, on: Day): number => usable(book, on).reduce((sum, lot) => sum + lot.left, 0);

/** Gives points back to the lots they came from, last taken first; a lot that has expired meanwhile becomes one with a grace. */
const restore = (
  book: Book,
  taken: { lot: string; points: number }[],
  points: number,
  on: Day,
  grace: number,
): void => {
  let left = points;
  for (const part of [...taken].reverse()) {
    const back = Math.min(left, part.points);
    if (back === 0) continue;
    part.points -= back;
    left -= back;
    const lot = book.lots.find((candidate) => candidate.lot === part.lot)!;
    if (lot.expires === undefined || lot.expires > on) {
      lot.left += back;
      continue;
    }
    const expires = plusDays(on, grace);
    const name = `${lot.lot}~${on}`;
    const graced = book.lots.find((candidate) => candidate.lot === name);
    if (graced) graced.left += back;
    else if (grace > 0) book.lots.push({ lot: name, granted: on, availableOn: on, expires, points: back, left: back });
    else book.expired += back;
  }
};

const apply = (book: Book, event: PointsEvent, at: number, policy: PointsPolicy): LedgerFault | undefined => {
  switch (event.type) {
    case 'earn': {
      if (book.lots.some((lot) => lot.lot === event.lot)) return { kind: 'repeated-id', event: at, id: event.lot };
      const { lot, points, order, expires, on } = event;
      book.lots.push({ lot, granted: on, availableOn: event.availableOn ?? on, expires, order, points, left: points });
      return undefined;
    }
    case 'redeem': {
      const balance = available(book, event.on) - book.debt;
      const before = book.redemptions.get(event.id);
      if (before && !event.more) return { kind: 'repeated-id', event: at, id: event.id };
      if (!before && event.more) return { kind: 'unknown-redemption', event: at, redemption: event.id };
      if (event.points > balance) return { kind: 'overdrawn', event: at, asked: event.points, balance };
      book.redemptions.set(event.id, [...(before ?? []), ...takeFrom(usable(book, event.on), event.points)]);
      return undefined;
    }
    case 'restore': {
      const taken = book.redemptions.get(event.redemption);
      if (!taken) return { kind: 'unknown-redemption', event: at, redemption: event.redemption };
      const redeemed = sumOf(taken);
      if (event.points > redeemed) return { kind: 'restored-too-much', event: at, asked: event.points, redeemed };
      restore(book, taken, event.points, event.on, policy.graceDays);
      return undefined;
    }
    case 'clawback': {
      // The order's own points go first, also while they are pending.
      const own = book.lots.filter((lot) => lot.order === event.order && lot.left > 0).sort(useOrder);
      const fromOwn = sumOf(takeFrom(own, event.points));
      const fromOthers = sumOf(takeFrom(usable(book, event.on), event.points - fromOwn));
      const missing = event.points - fromOwn - fromOthers;
      const settled = Math.min(missing, event.settledInMoney ?? 0);
      book.settledInMoney += settled;
      book.debt += missing - settled;
      return undefined;
    }
  }
};

/** Days between two days on which lots open: each may pay a debt and expire again before the next entry. */
const openingDays = (book: Book, after: Day | undefined, upTo: Day): Day[] =>
  [...new Set(book.lots.map((lot) => lot.availableOn))]
    .filter((on) => (after === undefined || on > after) && on <= upTo)
    .sort();

const read = (book: Book, at: Day): PointsAccount => ({
  balance: available(book, at) - book.debt,
  pending: book.lots.filter((lot) => lot.availableOn > at).reduce((sum, lot) => sum + lot.left, 0),
  debt: book.debt,
  expired: book.expired,
  settledInMoney: book.settledInMoney,
  lots: [...book.lots].sort(useOrder).map((lot) => ({ ...lot })),
  redemptions: [...book.redemptions].map(([id, taken]) => ({ id, taken: taken.filter(({ points }) => points > 0) })),
});

/**
 * The state of a points account on a day: the fold of its ledger. Points are used up by earliest expiry, then earliest grant; a
 * lot is gone from the start of its expiry day; what a clawback cannot find becomes debt, paid by the next points that become
 * usable. A ledger that breaks its own rules is refused with the first entry that does.
 */
export const foldPoints = (
  events: readonly PointsEvent[],
  at: Day,
  policy: PointsPolicy = DEFAULT_POINTS_POLICY,
): Result<PointsAccount, LedgerFault> => {
  const book: Book = { lots: [], redemptions: new Map(), debt: 0, expired: 0, settledInMoney: 0 };
  const ordered = events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.on <= at)
    .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : 0));
  let reached: Day | undefined;
  const advance = (to: Day): void => {
    for (const on of openingDays(book, reached, to)) settle(book, on);
    settle(book, to);
    reached = to;
  };
  for (const { event, index } of ordered) {
    advance(event.on);
    const fault = apply(book, event, index, policy);
    if (fault) return err(fault);
    settle(book, event.on);
  }
  advance(at);
  return ok(read(book, at));
};
