import { newId, transact } from '@tradeline/db';
import { type BilingualText, brandStore, uploadStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import { keepPicture } from '../../pictures/keep.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { freeSlug } from '../slug.ts';

type Db = Pick<Deps, 'db'>;
/** `logo`: an upload's id sets it, null takes it away, absent leaves it. */
export type BrandWish = { name: BilingualText; description: BilingualText | null; logo?: string | null | undefined };

/** A logo is kept 96 pixels wide, and larger where there is more. */
const LOGO_WIDTHS = [96, 240];

const logoOf = async (
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  { staff }: By,
  wish: BrandWish,
): Promise<Result<string | null | undefined, Refusal>> => {
  if (!wish.logo) return ok(wish.logo);
  const upload = await uploadStore.findOwn(db, wish.logo, { type: 'staff', id: staff.id });
  if (upload?.purpose !== 'brand-logo') return err({ kind: 'upload-not-found' });
  const bytes = await storage.get('private', upload.file);
  if (!bytes) return err({ kind: 'upload-not-found' });
  const kept = await keepPicture({ storage }, bytes, { widths: LOGO_WIDTHS });
  if (!kept.ok) return kept;
  if (kept.value.widths[0] !== LOGO_WIDTHS[0])
    return err({ kind: 'picture-refused', reason: 'too-small', width: kept.value.width, height: kept.value.height });
  return ok(kept.value.stem);
};

/** Creates or changes a brand. Two brands of one name are refused: customers would filter by the wrong one. */
export const saveBrand = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  by: By,
  id: string | undefined,
  wish: BrandWish,
): Promise<Result<{ id: string }, Refusal>> => {
  // Re-encoding takes a while: before the transaction, so that no lock waits for it.
  const logo = await logoOf(deps, by, wish);
  if (!logo.ok) return logo;
  return transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    const before = id === undefined ? undefined : await brandStore.find(tx, id);
    if (id !== undefined && !before) return err({ kind: 'brand-not-found' });
    const same = (await brandStore.named(tx, wish.name)).find((brand) => brand.id !== id);
    if (same) return err({ kind: 'brand-name-taken', brandId: same.id, name: same.name });
    const fields = { name: wish.name, description: wish.description };
    const logoStem = logo.value === undefined ? {} : { logoStem: logo.value };
    const key = id ?? newId();
    if (before) await brandStore.update(tx, key, { ...fields, ...logoStem });
    else {
      const slug = await freeSlug(wish.name, (wanted) => brandStore.slugTaken(tx, wanted));
      const position = (await brandStore.list(tx)).length;
      await brandStore.insert(tx, { id: key, slug, position, ...fields, ...logoStem });
    }
    await record(tx, by, {
      action: before ? 'brand.change' : 'brand.create',
      subject: { type: 'brand', id: key },
      before: before && { name: before.name, description: before.description, logoStem: before.logoStem },
      after: { ...fields, ...logoStem },
    });
    return ok({ id: key });
  });
};

/** Two brands become one: goods, assortments and promotions of `from` name `into`, and `from` is gone. */
export const mergeBrands = ({ db }: Db, by: By, from: string, into: string) =>
  transact<{ products: number; assortments: number; promotions: number }, Refusal>(db, async (tx) => {
    if (from === into) return err({ kind: 'brand-into-itself' });
    // One order of rows for every merger, so that two opposite merges never wait for each other.
    const [first, second] = [from, into].toSorted();
    const rows = [await brandStore.find(tx, first!), await brandStore.find(tx, second!)];
    const [gone, kept] = [rows.find((row) => row?.id === from), rows.find((row) => row?.id === into)];
    if (!gone || !kept) return err({ kind: 'brand-not-found' });
    const moved = await brandStore.merge(tx, from, into);
    await brandStore.remove(tx, from);
    await record(tx, by, {
      action: 'brand.merge',
      subject: { type: 'brand', id: from },
      before: { name: gone.name },
      after: { into, name: kept.name, ...moved },
    });
    return ok(moved);
  });

export const removeBrand = ({ db }: Db, by: By, id: string) =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = await brandStore.find(tx, id);
    if (!before) return err({ kind: 'brand-not-found' });
    const uses = await brandStore.uses(tx, id);
    if (uses.products + uses.assortments + uses.promotions > 0) return err({ kind: 'brand-in-use', ...uses });
    await brandStore.remove(tx, id);
    await record(tx, by, { action: 'brand.remove', subject: { type: 'brand', id }, before: { name: before.name } });
    return ok({ id });
  });

/** The order in which brands are shown; those not named follow. */
export const orderBrands = ({ db }: Db, by: By, ids: string[]) =>
  transact<{ count: number }, Refusal>(db, async (tx) => {
    const now = (await brandStore.list(tx)).map((brand) => brand.id);
    const known = new Set(now);
    const wanted = ids.filter((id) => known.has(id));
    const order = [...wanted, ...now.filter((id) => !wanted.includes(id))];
    await brandStore.order(tx, order);
    await record(tx, by, { action: 'brand.order', subject: { type: 'brand', id: 'all' }, before: now, after: order });
    return ok({ count: order.length });
  });
