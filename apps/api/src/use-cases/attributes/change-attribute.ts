import { newId, type Tx, transact } from '@tradeline/db';
import { type AttributeFields, attributeStore, categoryStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

type Db = Pick<Deps, 'db'>;
export type AttributeWish = AttributeFields & {
  /** What becomes of goods whose choice is gone: another choice, or null for none. Not said: the choice is kept by a refusal. */
  replaced: { from: string; to: string | null }[];
};

export const addAttribute = (
  { db }: Db,
  by: By,
  { code, categoryId, ...fields }: AttributeFields & { code: string; categoryId: string | null },
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    if (categoryId && !(await categoryStore.find(tx, categoryId))) return err({ kind: 'category-not-found' });
    if (await attributeStore.codeTaken(tx, code)) return err({ kind: 'attribute-code-taken', code });
    const id = newId();
    const position = (await attributeStore.list(tx)).length;
    await attributeStore.insert(tx, { id, code, categoryId, position, ...fields });
    await record(tx, by, {
      action: 'attribute.create',
      subject: { type: 'attribute', id },
      after: { code, categoryId, ...fields },
    });
    return ok({ id });
  });

/**
 * Changes what an attribute is called, its unit and its choices. Its kind stays while goods have values of it, and a
 * choice that goods have goes only when it is said what they get instead.
 */
export const changeAttribute = (
  { db }: Db,
  by: By,
  id: string,
  { replaced, ...fields }: AttributeWish,
): Promise<Result<{ products: number }, Refusal>> =>
  transact<{ products: number }, Refusal>(db, async (tx) => {
    const before = await attributeStore.find(tx, id);
    if (!before) return err({ kind: 'attribute-not-found' });
    const uses = await attributeStore.uses(tx, before.code);
    if (fields.kind !== before.kind && uses.products > 0)
      return err({ kind: 'attribute-kind-in-use', products: uses.products });
    const moved = await replaceChoices(tx, before, fields, replaced, uses.byChoice);
    if (!moved.ok) return moved;
    await attributeStore.update(tx, id, fields);
    const { code, name, kind, unit, choices, filterable, required } = before;
    await record(tx, by, {
      action: 'attribute.change',
      subject: { type: 'attribute', id },
      before: { code, name, kind, unit, choices, filterable, required },
      after: { ...fields, replaced },
    });
    return moved;
  });

const replaceChoices = async (
  tx: Tx,
  before: { code: string; choices: AttributeFields['choices'] },
  after: AttributeFields,
  replaced: AttributeWish['replaced'],
  uses: ReadonlyMap<string, number>,
): Promise<Result<{ products: number }, Refusal>> => {
  const kept = new Set(after.choices.map((choice) => choice.code));
  let products = 0;
  for (const { code, name } of before.choices.filter((choice) => !kept.has(choice.code))) {
    const count = uses.get(code) ?? 0;
    if (count === 0) continue;
    const instead = replaced.find((one) => one.from === code);
    if (!instead || (instead.to !== null && !kept.has(instead.to)))
      return err({ kind: 'choice-in-use', choice: code, name, products: count });
    products += await attributeStore.replaceChoice(tx, before.code, code, instead.to ?? undefined);
  }
  return ok({ products });
};

/** Takes an attribute away, with its values on goods once that is agreed to. */
export const removeAttribute = (
  { db }: Db,
  by: By,
  id: string,
  withValues: boolean,
): Promise<Result<{ products: number }, Refusal>> =>
  transact<{ products: number }, Refusal>(db, async (tx) => {
    const before = await attributeStore.find(tx, id);
    if (!before) return err({ kind: 'attribute-not-found' });
    const { products } = await attributeStore.uses(tx, before.code);
    if (products > 0 && !withValues) return err({ kind: 'attribute-in-use', products });
    await attributeStore.remove(tx, id, before.code);
    await record(tx, by, {
      action: 'attribute.remove',
      subject: { type: 'attribute', id },
      before,
      after: { products },
    });
    return ok({ products });
  });

/** The order of attributes on the product page and among the filters. */
export const orderAttributes = ({ db }: Db, by: By, ids: string[]): Promise<Result<{ count: number }, Refusal>> =>
  transact<{ count: number }, Refusal>(db, async (tx) => {
    const now = (await attributeStore.list(tx)).map((row) => row.id);
    const places = now.flatMap((id, i) => (ids.includes(id) ? [i] : []));
    const wanted = ids.filter((id) => now.includes(id));
    const order = [...now];
    for (const [i, place] of places.entries()) order[place] = wanted[i]!;
    await attributeStore.order(tx, order);
    await record(tx, by, {
      action: 'attribute.order',
      subject: { type: 'attribute', id: 'all' },
      before: now,
      after: order,
    });
    return ok({ count: wanted.length });
  });
