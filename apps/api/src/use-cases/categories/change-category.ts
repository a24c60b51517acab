import { newId, type Tx, transact } from '@tradeline/db';
import { type BilingualText, categoryStore } from '@tradeline/db/stores';
import { type CategoryMove, moveCategory } from '@tradeline/domain/catalog';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { freeSlug } from '../slug.ts';

type Db = Pick<Deps, 'db'>;

/** A new category at the end of its parent's children. */
export const addCategory = (
  { db }: Db,
  by: By,
  { name, parentId }: { name: BilingualText; parentId: string | null },
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const rows = await categoryStore.lockPlaces(tx);
    const id = newId();
    const placed = moveCategory([...rows, { id, parentId: null, position: rows.length }], {
      id,
      parentId,
      index: rows.length,
    });
    if (!placed.ok) return placed;
    const position = rows.filter((row) => row.parentId === parentId).length;
    const slug = await freeSlug(name, (wanted) => categoryStore.slugTaken(tx, wanted));
    await categoryStore.insert(tx, { id, parentId, slug, name, position });
    await record(tx, by, { action: 'category.create', subject: { type: 'category', id }, after: { name, parentId } });
    return ok({ id });
  });

export const renameCategory = (
  { db }: Db,
  by: By,
  id: string,
  name: BilingualText,
): Promise<Result<{ name: BilingualText }, Refusal>> =>
  transact<{ name: BilingualText }, Refusal>(db, async (tx) => {
    const before = await categoryStore.find(tx, id);
    if (!before || !(await categoryStore.rename(tx, id, name))) return err({ kind: 'category-not-found' });
    await record(tx, by, {
      action: 'category.rename',
      subject: { type: 'category', id },
      before: before.name,
      after: name,
    });
    return ok({ name: before.name });
  });

/** Puts a category elsewhere; answers with the place it came from, which undoes it. */
export const placeCategory = ({ db }: Db, by: By, move: CategoryMove): Promise<Result<CategoryMove, Refusal>> =>
  transact<CategoryMove, Refusal>(db, async (tx) => {
    const rows = await categoryStore.lockPlaces(tx);
    const placed = moveCategory(rows, move);
    if (!placed.ok) return placed;
    const was = rows.find((row) => row.id === move.id)!;
    const before = {
      id: was.id,
      parentId: was.parentId,
      index: rows.filter((row) => row.parentId === was.parentId && row.position < was.position).length,
    };
    await categoryStore.place(tx, placed.value);
    await record(tx, by, {
      action: 'category.move',
      subject: { type: 'category', id: move.id },
      before,
      after: move,
    });
    return ok(before);
  });

/**
 * Takes a category away. What stands in it goes to `into`, or it must be empty; and no assortment or promotion may speak
 * of it, since moving those would change who sees or pays what.
 */
export const removeCategory = (
  { db }: Db,
  by: By,
  id: string,
  into: string | undefined,
): Promise<Result<{ products: number; children: number }, Refusal>> =>
  transact<{ products: number; children: number }, Refusal>(db, async (tx) => {
    const rows = await categoryStore.lockPlaces(tx);
    const before = await categoryStore.find(tx, id);
    if (!before) return err({ kind: 'category-not-found' });
    const { products, children, attributes, assortments, promotions } = await categoryStore.uses(tx, id);
    if (assortments.length > 0 || promotions.length > 0)
      return err({ kind: 'category-in-use', assortments, promotions });
    if (products + children + attributes > 0) {
      if (into === undefined) return err({ kind: 'category-not-empty', products, children, attributes });
      const moved = await moveContents(tx, rows, id, into);
      if (!moved.ok) return moved;
    }
    await categoryStore.remove(tx, id);
    const left = (await categoryStore.lockPlaces(tx))
      .filter((row) => row.parentId === before.parentId)
      .toSorted((a, b) => a.position - b.position);
    await categoryStore.place(
      tx,
      left.map((row, position) => ({ ...row, position })),
    );
    await record(tx, by, {
      action: 'category.remove',
      subject: { type: 'category', id },
      before: { name: before.name, parentId: before.parentId, products, children },
      after: into === undefined ? null : { into },
    });
    return ok({ products, children });
  });

const moveContents = async (
  tx: Tx,
  rows: Awaited<ReturnType<typeof categoryStore.lockPlaces>>,
  id: string,
  into: string,
): Promise<Result<void, Refusal>> => {
  if (into === id) return err({ kind: 'category-cycle' });
  let places = rows;
  for (const child of rows.filter((row) => row.parentId === id).toSorted((a, b) => a.position - b.position)) {
    const moved = moveCategory(places, { id: child.id, parentId: into, index: places.length });
    if (!moved.ok) return moved;
    await categoryStore.place(tx, moved.value);
    places = places.map((row) => moved.value.find((one) => one.id === row.id) ?? row);
  }
  if (!places.some((row) => row.id === into)) return err({ kind: 'category-not-found' });
  await categoryStore.empty(tx, id, into);
  return ok(undefined);
};
