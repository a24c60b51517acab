import type {
  BrandId,
  CategoryId,
  CompanyId,
  CustomerGroupId,
  PriceListId,
  ProductId,
  SkuId,
} from '@tradeline/domain/kernel';
import { CNY } from '@tradeline/domain/money';
import { type PricedOrder, type QuoteInput, quote } from '@tradeline/domain/order';
import type { PriceEntry, PriceKind } from '@tradeline/domain/pricing';
import type { Catalogue } from '../catalogue/build.ts';
import { at as instantAt } from '../clock.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { PriceListRow, PriceRow } from '../prices.ts';
import type { Wish } from './demand.ts';

const entryOf = (row: PriceRow, list: PriceListRow): PriceEntry => ({
  skuId: row.skuId as SkuId,
  listId: list.id as PriceListId,
  kind: list.kind as PriceKind,
  amountE4: row.unitPriceE4,
  minQuantity: row.minQuantity ?? 1,
  currency: CNY,
  priority: list.priority ?? 0,
  ...(list.companyId && { companyId: list.companyId as CompanyId }),
  ...(list.groupId && { groupId: list.groupId as CustomerGroupId }),
  ...(list.level && { level: list.level }),
  ...(list.validFrom && { validFrom: list.validFrom }),
  ...(list.validTo && { validTo: list.validTo }),
});

const isFor = (entry: PriceEntry, customer: DemoCustomer): boolean =>
  (entry.companyId === undefined || entry.companyId === customer.row.id) &&
  (entry.groupId === undefined || entry.groupId === customer.row.groupId) &&
  (entry.level === undefined || entry.level === customer.row.level);

/** What the shop asks `quote` for a customer's goods at a moment, with the candidates that this customer may see. */
export const openPriceBook = (
  catalogue: Catalogue,
  prices: { readonly lists: readonly PriceListRow[]; readonly rows: readonly PriceRow[] },
) => {
  const lists = new Map(prices.lists.map((list) => [list.id, list]));
  const bySku = Map.groupBy(
    prices.rows.map((row) => entryOf(row, lists.get(row.priceListId)!)),
    (entry) => entry.skuId as string,
  );
  const parents = new Map(catalogue.categories.map(({ id, parentId }) => [id, parentId]));

  const inputFor = (customer: DemoCustomer, wishes: readonly Wish[], millis: number): QuoteInput => {
    const now = instantAt(millis);
    return {
      lines: wishes.map(({ sku, quantity }) => {
        const { row, product } = sku;
        return {
          id: row.id,
          skuId: row.id as SkuId,
          productId: row.productId as ProductId,
          categoryIds: [product.row.categoryId, parents.get(product.row.categoryId)!] as CategoryId[],
          brandId: product.row.brandId as BrandId,
          quantity,
          quantityRules: {
            minimum: row.minQuantity,
            multiple: row.multiple,
            ...(row.maxQuantity ? { maximum: row.maxQuantity } : {}),
          },
          taxRate: product.row.taxRate,
        };
      }),
      customer: {
        companyId: customer.row.id as CompanyId,
        groupIds: [customer.row.groupId as CustomerGroupId],
        level: customer.row.level,
        channel: 'portal',
        regions: [customer.row.region!],
      },
      prices: wishes.flatMap(({ sku }) =>
        (bySku.get(sku.row.id) ?? []).filter(
          (entry) => isFor(entry, customer) && !(entry.validTo && entry.validTo <= now),
        ),
      ),
      tax: { pricesIncludeTax: true },
      now,
    };
  };

  return {
    inputFor,
    price: (customer: DemoCustomer, wishes: readonly Wish[], millis: number): PricedOrder => {
      const priced = quote(inputFor(customer, wishes, millis));
      if (!priced.ok) throw new Error(`the demo cannot price an order: ${JSON.stringify(priced.error)}`);
      return priced.value;
    },
  };
};
