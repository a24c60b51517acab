import { type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import type { InferInsertModel } from 'drizzle-orm';
import type { priceChanges, priceVersions } from '../schema/index.ts';
import type { Catalogue } from './catalogue/build.ts';
import { at, DAY, HOUR, midnight } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { Team } from './people/staff.ts';
import type { PriceListRow, PriceRow } from './prices.ts';

type VersionRow = InferInsertModel<typeof priceVersions>;
type ChangeRow = InferInsertModel<typeof priceChanges>;
type Prices = { lists: PriceListRow[]; rows: PriceRow[] };

const scaled = (price: number, percent: number): UnitPriceE4 =>
  unitPriceE4(Math.round((price * (100 + percent)) / 100 / 100) * 100);

/**
 * How prices came to be what they are: the yearly lists as first versions, a rise that was taken back the same night
 * (no order fell between), a channel list that is yet to begin, and a draft that somebody still has to look at.
 */
export const buildPriceVersions = (seed: number, now: number, catalogue: Catalogue, team: Team, prices: Prices) => {
  const ids = idsFrom(seed, 'price versions');
  const [admin, marketing] = [team.first('administrator').id, team.first('marketing').id];
  const versions: VersionRow[] = [];
  const changes: ChangeRow[] = [];
  const versionOf = new Map<string, number>();
  const lists = [...prices.lists];
  const rows = [...prices.rows];
  const listOf = (code: string) => lists.find((list) => list.code === code)!.id;
  const pricesOf = (listId: string) => rows.filter((row) => row.priceListId === listId);
  const add = (
    listId: string,
    when: number,
    note: string,
    changed: readonly Omit<ChangeRow, 'versionId'>[],
    more: Partial<VersionRow> & { by?: string } = {},
  ): void => {
    const { by = marketing, ...rest } = more;
    const isDraft = rest.state === 'draft';
    const number = isDraft ? null : (versionOf.get(listId) ?? 0) + 1;
    const id = ids(when);
    if (number !== null) versionOf.set(listId, number);
    versions.push({
      id,
      priceListId: listId,
      number,
      state: 'published',
      note,
      undoes: null,
      revision: 1,
      createdBy: by,
      editors: [by],
      createdAt: at(when - HOUR),
      publishedBy: isDraft ? null : admin,
      publishedAt: isDraft ? null : at(when),
      ...rest,
    });
    changes.push(...changed.map((change) => ({ versionId: id, ...change })));
  };
  const whole = (listId: string) =>
    pricesOf(listId).map(({ skuId, minQuantity, unitPriceE4: afterE4 }) => ({
      skuId,
      minQuantity: minQuantity ?? 1,
      beforeE4: null,
      afterE4,
    }));
  const channelId = ids(now);
  lists.push({
    id: channelId,
    code: 'CHN-PORTAL',
    name: { zh: '门户年末价', en: 'Year-end prices of the portal' },
    kind: 'channel',
    channel: 'portal',
    companyId: null,
    groupId: null,
    level: null,
    validFrom: at(midnight(now + 5 * DAY)),
    validTo: at(midnight(now + 36 * DAY)),
    priority: 0,
    note: '年末清仓，仅限门户下单',
  });
  const standard = pricesOf(listOf('BASE'));
  const sale = standard.filter(({ minQuantity = 1 }, place) => minQuantity === 1 && place % 12 === 0);
  rows.push(
    ...sale.map(({ skuId, unitPriceE4: price }) => ({
      id: ids(now),
      priceListId: channelId,
      skuId,
      minQuantity: 1,
      unitPriceE4: scaled(price, -4),
    })),
  );
  const [base, distributor, chain] = [listOf('BASE'), listOf('GRP-DISTRIBUTOR'), listOf('GRP-CHAIN')];
  add(base, midnight(now - 210 * DAY), '新年度基准价', whole(base), { by: admin });
  add(distributor, midnight(now - 205 * DAY), '经销商年度价', whole(distributor), { by: admin });
  add(chain, midnight(now - 204 * DAY), '连锁年度价', whole(chain), { by: admin });
  add(channelId, now - 2 * DAY, '年末清仓 96 折', whole(channelId));

  const raised = pricesOf(distributor)
    .slice(0, 24)
    .map(({ skuId, minQuantity = 1, unitPriceE4: beforeE4 }) => ({
      skuId,
      minQuantity,
      beforeE4,
      afterE4: scaled(beforeE4, 8),
    }));
  const night = midnight(now - 40 * DAY) + 2 * HOUR;
  add(distributor, night, '原材料上涨，普调 8%', raised);
  const back = raised.map(({ beforeE4, afterE4, ...place }) => ({ ...place, beforeE4: afterE4, afterE4: beforeE4 }));
  add(distributor, night + HOUR / 2, '选错了价目表，撤回', back, { undoes: 2 });

  const costs = new Map(catalogue.skus.map((sku) => [sku.row.id, sku.row.cost]));
  const draft = pricesOf(chain)
    .filter(({ minQuantity = 1 }) => minQuantity === 1)
    .slice(10, 40)
    .map(({ skuId, minQuantity = 1, unitPriceE4: beforeE4 }, place) => ({
      skuId,
      minQuantity,
      beforeE4,
      // One slip that the what-if points out.
      afterE4: place === 7 ? scaled((costs.get(skuId) ?? 0) * 100, -5) : scaled(beforeE4, place % 5 === 0 ? -3 : 4),
    }));
  add(chain, now - 3 * HOUR, '一季度连锁调价', draft, { state: 'draft' });
  return {
    // Rows are written by the columns of the first: each has them all.
    lists: lists.map((list) => ({ channel: null, note: null, ...list, version: versionOf.get(list.id) ?? 0 })),
    rows,
    versions,
    changes,
  };
};
