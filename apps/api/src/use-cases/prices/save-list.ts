import { newId, type Tx, transact } from '@tradeline/db';
import { outboxStore, type PriceListTerms, priceListStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { PriceKind } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { auditPrices, type PriceActor } from './actor.ts';

export type NewPriceList = PriceListTerms & { code: string; kind: PriceKind };

const NEEDS: Partial<Record<PriceKind, 'company' | 'group' | 'level' | 'channel'>> = {
  contract: 'company',
  customer: 'company',
  group: 'group',
  member: 'level',
  channel: 'channel',
};

/** A list of a kind names whom it is for, and nobody else: a contract without its customer would be everybody's. */
const checked = (kind: PriceKind, terms: PriceListTerms): Result<PriceListTerms, Refusal> => {
  const needs = NEEDS[kind];
  const has = { company: terms.companyId, group: terms.groupId, level: terms.level, channel: terms.channel };
  if (needs && !has[needs]) return err({ kind: 'price-list-audience', missing: needs });
  if (terms.validFrom && terms.validTo && terms.validFrom >= terms.validTo) return err({ kind: 'price-list-window' });
  return ok({
    ...terms,
    companyId: needs === 'company' ? terms.companyId : null,
    groupId: needs === 'group' ? terms.groupId : null,
    level: needs === 'level' ? terms.level : null,
    channel: needs === 'channel' ? terms.channel : null,
  });
};

/** Makes an empty list that is switched on: it prices nothing until its first version is published. */
export const createListIn = async (
  tx: Tx,
  actor: PriceActor,
  { code, kind, ...wish }: NewPriceList,
): Promise<Result<{ id: string }, Refusal>> => {
  const terms = checked(kind, wish);
  if (!terms.ok) return terms;
  const id = newId();
  const { currency } = await priceListStore.settings(tx);
  const row = { id, code, kind, currency, active: true, ...terms.value };
  if (!(await priceListStore.add(tx, row))) return err({ kind: 'price-list-code-taken', code });
  await auditPrices(tx, actor, 'price-list.create', id, { after: row });
  return ok({ id });
};

export const createList = ({ db }: Pick<Deps, 'db'>, actor: PriceActor, wish: NewPriceList) =>
  transact(db, (tx) => createListIn(tx, actor, wish));

/** Changes whom a list is for, when and how it ranks; its kind stays. Prices of carts and portal follow at once. */
export const changeList = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  id: string,
  revision: number,
  wish: PriceListTerms,
): Promise<Result<{ id: string }, Refusal>> =>
  transact(db, async (tx): Promise<Result<{ id: string }, Refusal>> => {
    const before = await priceListStore.find(tx, id);
    if (!before) return err({ kind: 'price-list-not-found' });
    const terms = checked(before.kind, wish);
    if (!terms.ok) return terms;
    if (!(await priceListStore.change(tx, id, revision, terms.value))) return err({ kind: 'price-list-edited' });
    await auditPrices(tx, actor, 'price-list.edit', id, {
      before: Object.fromEntries(
        Object.keys(terms.value).map((field) => [field, before[field as keyof PriceListTerms]]),
      ),
      after: terms.value,
    });
    await tellPrices(tx, 'prices.terms-changed', id, {});
    return ok({ id });
  });

/** Switches a list on or off. Whoever saw another revision of it is told instead. */
export const switchList = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  id: string,
  active: boolean,
): Promise<Result<{ active: boolean }, Refusal>> =>
  transact(db, async (tx): Promise<Result<{ active: boolean }, Refusal>> => {
    if (!(await priceListStore.find(tx, id))) return err({ kind: 'price-list-not-found' });
    if (!(await priceListStore.switch(tx, id, active))) return err({ kind: 'price-list-edited' });
    await auditPrices(tx, actor, active ? 'price-list.activate' : 'price-list.deactivate', id, {
      before: { active: !active },
      after: { active },
    });
    await tellPrices(tx, 'prices.switched', id, { active });
    return ok({ active });
  });

/** Tells every screen that prices may differ from now on. */
export const tellPrices = (
  tx: Tx,
  type: 'prices.published' | 'prices.switched' | 'prices.terms-changed',
  listId: string,
  payload: Record<string, unknown>,
): Promise<void> => outboxStore.add(tx, { type, aggregateType: 'price-list', aggregateId: listId, payload });
