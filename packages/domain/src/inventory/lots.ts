import { type Day, err, ok, type Result } from '../kernel/index.ts';
import { type Balance, deltasOf, type StockEntry, type StockKind } from './stock-entry.ts';

/** Whether goods are kept apart by lot, and whether each lot says until when it keeps. */
export const lotTrackings = ['none', 'lot', 'lot-expiry'] as const;
export type LotTracking = (typeof lotTrackings)[number];

/** Figures that belong to a lot. Promises do not: which lot an order gets is decided when it is picked. */
export type LotFigures = Pick<Balance, 'onHand' | 'quarantine' | 'inTransitIn' | 'inTransitOut'>;
/** A lot in one warehouse. `picked` units of `onHand` lie in boxes of orders already. */
export type LotBalance = LotFigures & {
  readonly lotId: string;
  /** Empty: goods of which nobody noted a lot. */
  readonly code: string;
  /** The last day on which it may be sent; null: it keeps. */
  readonly expiresOn: Day | null;
  readonly picked: number;
};
export type LotPart = { readonly lotId: string; readonly quantity: number };

export type LotProblem =
  | { readonly kind: 'lot-unknown' }
  /** Goods that expire have a day on each lot. */
  | { readonly kind: 'lot-expiry-missing'; readonly code: string }
  /** A lot of that code is there already and ends on another day. */
  | { readonly kind: 'lot-expiry-differs'; readonly code: string; readonly expiresOn: Day | null }
  | { readonly kind: 'lot-short'; readonly code: string; readonly asked: number; readonly there: number }
  /** `nearest`: the lot that should go instead, and how much of it there is. */
  | {
      readonly kind: 'lot-expired';
      readonly code: string;
      readonly expiresOn: Day;
      readonly nearest: { readonly lotId: string; readonly code: string; readonly units: number } | null;
    }
  | { readonly kind: 'lot-parts-wrong'; readonly asked: number; readonly named: number };

export const isExpired = ({ expiresOn }: Pick<LotBalance, 'expiresOn'>, today: Day): boolean =>
  expiresOn !== null && expiresOn < today;

/** First expired, first out; what keeps for ever goes last, in the order of its codes. */
export const firstExpiredFirst = <Lot extends Pick<LotBalance, 'expiresOn' | 'code'>>(lots: readonly Lot[]): Lot[] =>
  lots.toSorted((a, b) => {
    const [x, y] = [a.expiresOn ?? '\uffff', b.expiresOn ?? '\uffff'];
    return x < y ? -1 : x > y ? 1 : a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
  });

/** Units on the shelf that lie in nobody's box. */
export const freeOfLot = (lot: LotBalance): number => lot.onHand - lot.picked;

const takeFrom = (
  lots: readonly LotBalance[],
  quantity: number,
  unitsOf: (lot: LotBalance) => number,
): { parts: LotPart[]; left: number } => {
  let left = quantity;
  const parts = lots.flatMap((lot): LotPart[] => {
    const units = Math.min(left, Math.max(0, unitsOf(lot)));
    left -= units;
    return units > 0 ? [{ lotId: lot.lotId, quantity: units }] : [];
  });
  return { parts, left };
};

/** The lots to pick so many units from: what may still be sent, first expired first. `left` has no such lot. */
export const proposeLots = (
  lots: readonly LotBalance[],
  quantity: number,
  today: Day,
): { readonly parts: readonly LotPart[]; readonly left: number } =>
  takeFrom(firstExpiredFirst(lots.filter((lot) => !isExpired(lot, today))), quantity, freeOfLot);

/**
 * Of the units that nobody was promised, those of lots that have ended, the first to end at the top: they are set aside, since
 * no one may be sent them. What is left of those lots is promised; it waits until a promise is given up or goods arrive.
 */
export const endedToSetAside = (lots: readonly LotBalance[], unpromised: number, today: Day): readonly LotPart[] =>
  takeFrom(firstExpiredFirst(lots.filter((lot) => isExpired(lot, today))), unpromised, freeOfLot).parts;

/** Why these lots may not be picked, if they may not: an expired one never is, and none gives more than lies free. */
export const refusePick = (
  lots: readonly LotBalance[],
  parts: readonly LotPart[],
  quantity: number,
  today: Day,
): LotProblem | undefined => {
  const named = sumOf(parts);
  if (named !== quantity) return { kind: 'lot-parts-wrong', asked: quantity, named };
  for (const [lotId, same] of Map.groupBy(parts, (part) => part.lotId)) {
    const asked = sumOf(same);
    const lot = lots.find((one) => one.lotId === lotId);
    if (!lot) return { kind: 'lot-unknown' };
    if (lot.expiresOn !== null && isExpired(lot, today)) {
      const next = firstExpiredFirst(lots).find((one) => !isExpired(one, today) && freeOfLot(one) > 0);
      const nearest = next ? { lotId: next.lotId, code: next.code, units: freeOfLot(next) } : null;
      return { kind: 'lot-expired', code: lot.code, expiresOn: lot.expiresOn, nearest };
    }
    if (asked > freeOfLot(lot)) return { kind: 'lot-short', code: lot.code, asked, there: Math.max(0, freeOfLot(lot)) };
  }
  return undefined;
};

type Source = 'onHand' | 'quarantine' | 'inTransitIn';
/** Where the goods of an entry come from; nothing for those that arrive. */
const sourceOf = ({ kind, quantity }: Pick<StockEntry, 'kind' | 'quantity'>): Source | undefined => {
  switch (kind) {
    case 'ship':
    case 'transfer-out':
    case 'quarantine':
      return 'onHand';
    case 'adjust':
    case 'count':
      return quantity < 0 ? 'onHand' : undefined;
    case 'restock':
    case 'scrap':
      return 'quarantine';
    case 'transfer-in':
    case 'transfer-loss':
      return 'inTransitIn';
    default:
      return undefined;
  }
};
const promises: readonly StockKind[] = ['reserve', 'release', 'allocate', 'deallocate'];
/** Whether an entry moves goods, not only what is promised of them. */
export const movesGoods = ({ kind }: Pick<StockEntry, 'kind'>): boolean => !promises.includes(kind);

const sumOf = (parts: readonly LotPart[]): number => parts.reduce((sum, part) => sum + part.quantity, 0);

/**
 * The lots an entry moves, with its sign. Named ones are taken as they are, if there is so much of them; of a parcel they may
 * be a part. What leaves otherwise goes first expired first (to a customer: what may still be sent before what may not), and what
 * arrives is of `plain`, the lot that nobody noted. A balance that can take the entry has lots that can.
 */
export const splitByLots = (
  entry: Pick<StockEntry, 'kind' | 'quantity'>,
  lots: readonly LotBalance[],
  how: { readonly named?: readonly LotPart[] | undefined; readonly plain: string; readonly today: Day },
): Result<readonly LotPart[], LotProblem> => {
  const { named = [], plain, today } = how;
  const signed = entry.kind === 'adjust' || entry.kind === 'count';
  const [asked, told] = [entry.quantity, sumOf(named)];
  if (how.named && (entry.kind === 'ship' ? told > asked : told !== asked))
    return err({ kind: 'lot-parts-wrong', asked, named: told });
  const source = sourceOf(signed ? { kind: entry.kind, quantity: -1 } : entry);
  const unitsOf = (lot: LotBalance): number =>
    source === 'onHand' ? (entry.kind === 'ship' ? lot.onHand : freeOfLot(lot)) : source ? lot[source] : 0;
  for (const [lotId, same] of Map.groupBy(named, (part) => part.lotId)) {
    const lot = lots.find((one) => one.lotId === lotId);
    if (!lot) return err({ kind: 'lot-unknown' });
    const leaving = signed ? -sumOf(same) : source ? sumOf(same) : 0;
    if (leaving > unitsOf(lot))
      return err({ kind: 'lot-short', code: lot.code, asked: leaving, there: Math.max(0, unitsOf(lot)) });
  }
  if (told === asked && how.named) return ok(named);
  if (!source || (signed && asked > 0)) return ok([{ lotId: plain, quantity: asked }]);
  const left = signed ? -asked : asked - told;
  const ordered = firstExpiredFirst(lots);
  const late = entry.kind === 'ship' ? ordered.filter((lot) => isExpired(lot, today)) : [];
  const rest = takeFrom(
    [...ordered.filter((lot) => !late.includes(lot)), ...late],
    left,
    source === 'onHand' ? freeOfLot : unitsOf,
  );
  if (rest.left > 0) return err({ kind: 'lot-short', code: '', asked: left, there: left - rest.left });
  return ok([...named, ...rest.parts.map((part) => (signed ? { ...part, quantity: -part.quantity } : part))]);
};

const none: LotFigures = { onHand: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 };
/** What a part of an entry does to its lot, here and at the other end of a transfer. */
export const lotDeltasOf = (
  entry: Pick<StockEntry, 'kind' | 'condition'>,
  quantity: number,
): { readonly here: LotFigures; readonly there?: LotFigures } => {
  const { here, there } = deltasOf({ ...entry, quantity });
  const physical = ({ onHand = 0, quarantine = 0, inTransitIn = 0, inTransitOut = 0 }: Partial<LotFigures>) => ({
    ...none,
    ...{ onHand, quarantine, inTransitIn, inTransitOut },
  });
  return { here: physical(here), ...(there ? { there: physical(there) } : {}) };
};
