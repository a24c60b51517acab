import { transact } from '@tradeline/db';
import { type Count, type CountLine, type CountScope, countStore } from '@tradeline/db/stores';
import {
  type CountedShelf,
  type CountFinding,
  countEntry,
  emptyBalance,
  reviewCount,
} from '@tradeline/domain/inventory';
import { err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { may } from '../customer/seen-by.ts';
import { type By, record } from '../record.ts';
import { announce } from './announce.ts';
import { type Booking, bookEntries } from './book.ts';
import { countedLots, type FoundLot, lotChanges } from './count-lots.ts';
import { type StockSettings, stockSettingsNow } from './stock-settings.ts';

export type CountWish = {
  warehouseId: string;
  scope: CountScope;
  blind: boolean;
  note: string;
  /** For `chosen`. */
  skuIds: readonly string[];
  /** How many shelves a cyclic count takes. */
  size: number;
};

export const startCount = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { skuIds, size, ...wish }: CountWish,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const { id, number, lines } = await countStore.start(
      tx,
      { ...wish, startedBy: by.staff.id, startedByName: by.staff.name },
      skuIds,
      size,
    );
    if (lines === 0) return err({ kind: 'stock-count-empty' });
    await record(tx, by, {
      action: 'stock.count-start',
      subject: { type: 'stock-count', id },
      after: { number, ...wish, lines },
    });
    await announce(tx, 'stock.count', id);
    return ok({ id });
  });

/** What lies on one shelf; of goods kept by lot, of each lot that was found. */
type CountedWish = { id: string; skuId: string; counted: number; lots?: readonly FoundLot[] | undefined };

/** Notes what lies on one shelf; a shelf that the count did not foresee is added to it. */
export const enterCount = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { id, skuId, counted, lots }: CountedWish,
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const count = await countStore.find(tx, id);
    if (!count) return err({ kind: 'stock-document-not-found' });
    if (count.state === 'open') await countStore.addLine(tx, id, skuId);
    const each = lots && (await countedLots(tx, count.warehouseId, skuId, lots));
    if (!(await countStore.enter(tx, id, skuId, counted, by.staff, each)))
      return err({ kind: 'stock-document-moved-on', state: count.state });
    await announce(tx, 'stock.count', id);
    return ok(true);
  });

const shelfOf = (warehouseId: string, line: CountLine): CountedShelf | undefined =>
  line.counted === null || line.bookOnHand === null
    ? undefined
    : {
        skuId: line.skuId,
        warehouseId,
        counted: line.counted,
        unitCost: line.unitCost,
        book: {
          ...emptyBalance,
          onHand: line.bookOnHand,
          reserved: line.bookReserved ?? 0,
          allocated: line.bookAllocated ?? 0,
        },
      };

/** What was found so far, shelf by shelf; `recount` only where nobody else has counted it again yet. */
export const findingsOf = (count: Count, lines: readonly CountLine[], settings: StockSettings): CountFinding[] => {
  const shelves = lines.flatMap((line) => shelfOf(count.warehouseId, line) ?? []);
  const reviewed = reviewCount(shelves, settings);
  invariant(reviewed.ok, 'a count takes whole units');
  const again = new Set(lines.filter((line) => line.firstCountedBy !== null).map(({ skuId }) => skuId));
  return reviewed.value.map((finding) => ({ ...finding, recount: finding.recount && !again.has(finding.skuId) }));
};

/** A count as its screen shows it. Who counts blind is not told what should be there while it runs. */
export const viewCount = async ({ db }: Pick<Deps, 'db'>, staff: By['staff'], id: string) => {
  const [count, lines, settings] = await Promise.all([
    countStore.find(db, id),
    countStore.lines(db, id),
    stockSettingsNow(db),
  ]);
  if (!count) return err({ kind: 'stock-document-not-found' as const });
  const hidden = count.blind && count.state === 'open' && !may(staff, 'stock.approve');
  const findings = new Map(findingsOf(count, lines, settings).map((finding) => [finding.skuId, finding]));
  return ok({
    ...count,
    hidden,
    lines: lines.map(({ bookReserved: _, bookAllocated: __, firstCountedBy: ___, ...line }) => ({
      ...line,
      ...(hidden ? { bookOnHand: null, onHand: null, lots: null } : {}),
      finding: hidden ? null : (findings.get(line.skuId) ?? null),
      recount: findings.get(line.skuId)?.recount ?? false,
    })),
  });
};

/** Books the differences of a count. What moved since a shelf was counted is neither lost nor counted twice. */
export const postCount = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string,
): Promise<Result<{ entries: number }, Refusal>> =>
  transact<{ entries: number }, Refusal>(db, async (tx) => {
    const count = await countStore.find(tx, id);
    if (!count) return err({ kind: 'stock-document-not-found' });
    if (!(await countStore.end(tx, id, 'posted', by.staff.name)))
      return err({ kind: 'stock-document-moved-on', state: count.state });
    const lines = await countStore.lines(tx, id);
    const findings = findingsOf(count, lines, await stockSettingsNow(tx));
    const open = findings.filter(({ recount }) => recount);
    if (open.length > 0) return err({ kind: 'stock-count-recount', lines: open.length });
    const entries = lines.flatMap((line) => {
      const shelf = shelfOf(count.warehouseId, line);
      const named = lotChanges(line);
      const entry = shelf && countEntry(shelf, line.skuId, count.number);
      if (entry) return { ...entry, named };
      // As many as the books say, but of other lots.
      return shelf && named && named.length > 0
        ? { ...shelf, kind: 'count' as const, quantity: 0, reason: undefined, named }
        : [];
    });
    const movements = entries.map(
      ({ skuId, warehouseId, kind, quantity, reason, named }): Booking => ({
        ...{ skuId, warehouseId, kind, quantity, reason, named },
        cause: { type: 'stock-count', id: count.number },
        actor: `staff:${by.staff.id}`,
      }),
    );
    const booked = await bookEntries(
      tx,
      movements,
      (skuId) => lines.find((line) => line.skuId === skuId)?.itemNumber ?? '',
    );
    if (!booked.ok) return booked;
    await record(tx, by, {
      action: 'stock.count-post',
      subject: { type: 'stock-count', id },
      before: { state: 'open' },
      after: {
        state: 'posted',
        number: count.number,
        entries: entries.map(({ skuId, quantity }) => ({ skuId, quantity })),
      },
    });
    await announce(tx, 'stock.count', id);
    return ok({ entries: entries.length });
  });

export const cancelCount = ({ db }: Pick<Deps, 'db'>, by: By, id: string): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const count = await countStore.find(tx, id);
    if (!count) return err({ kind: 'stock-document-not-found' });
    if (!(await countStore.end(tx, id, 'cancelled', by.staff.name)))
      return err({ kind: 'stock-document-moved-on', state: count.state });
    await record(tx, by, {
      action: 'stock.count-cancel',
      subject: { type: 'stock-count', id },
      before: { state: 'open', counted: count.counted },
      after: { state: 'cancelled' },
    });
    await announce(tx, 'stock.count', id);
    return ok(true);
  });
