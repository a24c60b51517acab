import { productHistoryStore } from '@tradeline/db/stores';
import type { FieldChange, FieldValue } from '@tradeline/domain/catalog';
import type { Deps } from '../../deps.ts';
import type { Editor } from './actor.ts';

/** What happened to a product, newest first, field by field. What goods cost is left out for those who may not see it. */
export const productHistory = async (
  { db }: Pick<Deps, 'db'>,
  { seesCost }: Pick<Editor, 'seesCost'>,
  { id, before, limit }: { id: string; before?: number | undefined; limit: number },
) =>
  (await productHistoryStore.history(db, id, before, limit)).map(({ before: was, after: is, ...entry }) => ({
    ...entry,
    changes: changesOf(was, is).filter(({ field }) => seesCost || !field.endsWith('/cost')),
  }));

const changesOf = (before: unknown, after: unknown): FieldChange[] => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((field) => ({
    field,
    before: was[field] ?? null,
    after: is[field] ?? null,
  }));
};

const fieldsOf = (side: unknown): Record<string, FieldValue> =>
  side && typeof side === 'object' ? (side as Record<string, FieldValue>) : {};
