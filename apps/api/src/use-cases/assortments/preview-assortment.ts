import { newId, type Tx, transact } from '@tradeline/db';
import { type AssortmentDraft, activeAssortments, assortmentStore, type StoredAssortment } from '@tradeline/db/stores';
import { assortmentsFor, type Viewer } from '@tradeline/domain/catalog';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { checkDraft } from './check-draft.ts';

/** People who come to see the same goods, how many goods they see now, and how many they will. */
export type AudienceEffect = { customers: number; example: string | null; now: number; after: number };
export type AssortmentPreview = {
  /** Active customers it is made for. */
  customers: number;
  strangers: boolean;
  /** Published goods there are. */
  total: number;
  /** Those of the audience, in groups that see alike, the largest first; strangers are a group without customers. */
  effects: AudienceEffect[];
  /** Groups beyond those told. */
  moreGroups: number;
};

/** Groups whose goods are counted; each costs two counts over the catalogue. */
const GROUPS = 8;

/**
 * What saving a draft would do: it is saved, the goods are counted by the very condition that all reads use, and all of
 * it is rolled back. So the numbers cannot differ from what will happen.
 */
export const previewAssortment = async (
  { db }: Pick<Deps, 'db'>,
  id: string | undefined,
  draft: AssortmentDraft,
): Promise<Result<AssortmentPreview, Refusal>> => {
  const held: { preview?: AssortmentPreview } = {};
  const done = await transact<never, Refusal | { kind: 'seen' }>(db, async (tx) => {
    const checked = await checkDraft(tx, draft, id);
    if (!checked.ok) return checked;
    held.preview = await measure(tx, id, draft);
    return err({ kind: 'seen' });
  });
  if (!done.ok && done.error.kind !== 'seen') return err(done.error);
  if (!held.preview) throw new Error('a preview that was not made');
  return ok(held.preview);
};

const measure = async (tx: Tx, id: string | undefined, draft: AssortmentDraft): Promise<AssortmentPreview> => {
  const before = await activeAssortments(tx);
  const key = id ?? newId();
  const subject = { ...draft, id: key };
  const people = [
    ...(await assortmentStore.customers(tx)).map((row) => ({
      name: row.name,
      viewer: viewer(row.id, row.groupId, row.level),
    })),
    { name: null, viewer: { kind: 'stranger' } as Viewer },
  ].filter(
    (one) =>
      // Those it is made for, and those it was made for until now.
      assortmentsFor([subject], one.viewer).length > 0 ||
      assortmentsFor(before, one.viewer).some((assortment) => assortment.id === key),
  );
  const groups = [
    ...Map.groupBy(people, (one) => signature(one.viewer, [...before, { ...subject, id: 'draft' }])).values(),
  ].toSorted((a, b) => b.length - a.length);
  const told = groups.slice(0, GROUPS);
  const now: number[] = [];
  for (const [first] of told) now.push((await assortmentStore.countFor(tx, first!.viewer)).sees);
  await assortmentStore.put(tx, key, draft);
  let total = (await assortmentStore.countFor(tx, { kind: 'stranger' })).total;
  const effects: AudienceEffect[] = [];
  for (const [i, group] of told.entries()) {
    const counted = await assortmentStore.countFor(tx, group[0]!.viewer);
    total = counted.total;
    const customers = group.filter((one) => one.name !== null);
    effects.push({
      customers: customers.length,
      example: customers[0]?.name ?? null,
      now: now[i]!,
      after: counted.sees,
    });
  }
  return {
    customers: people.filter((one) => one.name !== null).length,
    strangers: people.some((one) => one.name === null),
    total,
    effects,
    moreGroups: groups.length - told.length,
  };
};

const viewer = (companyId: string, groupId: string | null, level: string): Viewer => ({
  kind: 'company',
  companyId,
  groupId: groupId ?? undefined,
  level,
});

/** Who is held by the same assortments sees the same. */
const signature = (who: Viewer, assortments: readonly StoredAssortment[]): string =>
  `${who.kind === 'stranger'}|${assortmentsFor(assortments, who)
    .map((one) => one.id)
    .join()}`;
