import type { Assortment, AudienceRef, GoodsRef, Viewer } from '@tradeline/domain/catalog';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { assortmentAudiences, assortmentGoods, assortments } from '../schema/index.ts';

/** Who a read of the catalogue is for. Staff see all; it has to be said, so that no read is open by omission. */
export type Looker = Viewer | 'staff';

/** The audiences a viewer belongs to, as conditions on `u`. */
const belongs = (viewer: Viewer): SQL => {
  if (viewer.kind === 'stranger') return sql`u.kind in ('everyone', 'stranger')`;
  const group = viewer.groupId ? sql`or (u.kind = 'group' and u.ref = ${viewer.groupId})` : sql``;
  return sql`(u.kind = 'everyone' or (u.kind = 'company' and u.ref = ${viewer.companyId}) or (u.kind = 'level' and u.ref = ${viewer.level}) ${group})`;
};

const holding = (viewer: Viewer, effect: Assortment['effect']): SQL =>
  sql`from assortments a where a.active and a.effect = ${effect}
    and exists (select 1 from assortment_audiences u where u.assortment_id = a.id and ${belongs(viewer)})`;

/** References of one kind in the assortments that hold for a viewer. */
const refs = (viewer: Viewer, effect: Assortment['effect'], kind: GoodsRef['kind']): SQL =>
  sql`select g.ref from assortment_goods g where g.kind = ${kind} and g.assortment_id in (select a.id ${holding(viewer, effect)})`;

/**
 * Whether those assortments name a product. No part looks at another row of the products, so the database answers each
 * subquery once and then only looks up: the cost does not grow with the catalogue.
 */
const named = (viewer: Viewer, effect: Assortment['effect'], p: SQL): SQL => sql`(
  ${p}.id::text in (${refs(viewer, effect, 'product')})
  or ${p}.category_id in (
    with recursive below as (
      select c.id from categories c where c.id::text in (${refs(viewer, effect, 'category')})
      union select c.id from categories c join below on c.parent_id = below.id)
    select id from below)
  or coalesce(${p}.brand_id::text in (${refs(viewer, effect, 'brand')}), false)
  or ${p}.tags && array(${refs(viewer, effect, 'tag')}))`;

/**
 * The domain's `isVisible` as a condition on products, for every read that is answered to a buyer or a stranger; a
 * property test keeps the two equal. Drafts have never been offered, so they are visible to staff only. `products` is
 * the name the query gives that table.
 */
export const visibleTo = (looker: Looker, products = 'products'): SQL | undefined => {
  if (looker === 'staff') return undefined;
  const p = sql.identifier(products);
  const table = sql`${p}`;
  return sql`(${p}.status <> 'draft' and (not exists (select 1 ${holding(looker, 'only')}) or ${named(looker, 'only', table)})
    and not ${named(looker, 'hide', table)})`;
};

/** Goods as the portal shows them: published, and left by the viewer's assortments. Staff see the others too. */
export const shownTo = (looker: Looker, products = 'products'): SQL | undefined =>
  looker === 'staff'
    ? undefined
    : and(sql`${sql.identifier(products)}.status = 'published'`, visibleTo(looker, products));

export type StoredAssortment = Assortment & { id: string };

/** The assortments that are switched on, as the domain reads them. */
export const activeAssortments = async (tx: Tx): Promise<StoredAssortment[]> => {
  const on = eq(assortments.active, true);
  const heads = await tx.select({ id: assortments.id, effect: assortments.effect }).from(assortments).where(on);
  if (heads.length === 0) return [];
  const audiences = await tx.select().from(assortmentAudiences);
  const goods = await tx.select().from(assortmentGoods);
  return heads.map(({ id, effect }) => ({
    id,
    effect: effect as Assortment['effect'],
    audiences: audiences
      .filter((row) => row.assortmentId === id)
      .map(
        ({ kind, ref }): AudienceRef =>
          kind === 'stranger' || kind === 'everyone' ? { kind } : { kind: kind as 'company' | 'group' | 'level', ref },
      ),
    goods: goods
      .filter((row) => row.assortmentId === id)
      .map(({ kind, ref }) => ({ kind: kind as GoodsRef['kind'], ref })),
  }));
};
