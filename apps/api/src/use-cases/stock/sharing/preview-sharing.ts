import { type Tx, transact } from '@tradeline/db';
import { type Bilingual, customerStore, sharingStore, stockStore } from '@tradeline/db/stores';
import { type SharingAsker, sharedUnits, usesWanted } from '@tradeline/domain/inventory';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { type SharingWish, writeSharing } from './save-sharing.ts';

/** What customers of a group (none: all whose group has no rule there) may take of a shelf, and what each rule would leave. */
export type SharedTo = {
  groupId: string | null;
  groupName: Bilingual | null;
  /** Whether it goes by a rule of its own there. */
  ruled: boolean;
  available: number;
  used: number;
  buffer: number;
  limits: ReturnType<typeof sharedUnits>['limits'];
};
export type SharingPreview = { warehouseId: string; warehouseName: Bilingual; free: number; shares: SharedTo[] }[];

/** What everybody may take now of a SKU, warehouse by warehouse, by the rules as they are. */
export const viewSharing = async (tx: Tx, skuId: string): Promise<SharingPreview> => {
  const [{ rules, now }, shelves, groups] = await Promise.all([
    sharingStore.rules(tx),
    stockStore.shelves(tx, [skuId]),
    customerStore.groups(tx),
  ]);
  const asking: { asker: SharingAsker; groupName: Bilingual | null }[] = [
    { asker: { channel: 'portal', groupId: null }, groupName: null },
    ...groups.map(({ id, name }) => ({ asker: { channel: 'portal', groupId: id }, groupName: name })),
  ];
  const wanted = shelves.flatMap((shelf) => asking.flatMap(({ asker }) => usesWanted(rules, asker, shelf)));
  const used = await sharingStore.used(tx, [...new Map(wanted.map((one) => [one.key, one])).values()]);
  return shelves.map((shelf) => ({
    warehouseId: shelf.warehouseId,
    warehouseName: shelf.warehouseName,
    free: shelf.available,
    // Groups without a rule of their own are among the others.
    shares: asking.flatMap(({ asker, groupName }) => {
      const share = sharedUnits(rules, asker, shelf, used, now);
      const own = groupName === null || share.rule?.party === `group:${asker.groupId}`;
      return own ? [sharedTo(share, asker, groupName)] : [];
    }),
  }));
};

const sharedTo = (
  { rule, available, used, buffer, limits }: ReturnType<typeof sharedUnits>,
  { groupId }: SharingAsker,
  groupName: Bilingual | null,
): SharedTo => ({ groupId, groupName, ruled: rule !== undefined, available, used, buffer, limits });

/** The same with a rule as it is being written: it is saved, looked at, and rolled back (237). */
export const previewSharing = async (
  { db }: Pick<Deps, 'db'>,
  skuId: string,
  wish: SharingWish,
): Promise<Result<SharingPreview, Refusal>> => {
  const looked = await transact<never, { preview: SharingPreview } | { refusal: Refusal }>(db, async (tx) => {
    const written = await writeSharing(tx, wish);
    return err(written.ok ? { preview: await viewSharing(tx, skuId) } : { refusal: written.error });
  });
  if (looked.ok) return looked;
  return 'preview' in looked.error ? ok(looked.error.preview) : err(looked.error.refusal);
};
