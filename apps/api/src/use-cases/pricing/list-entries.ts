import type { ListFacts, ListPrice } from '@tradeline/db/stores';
import type { CompanyId, CustomerGroupId, Instant, PriceListId, SkuId } from '@tradeline/domain/kernel';
import { type Currency, unitPriceE4 } from '@tradeline/domain/money';
import type { PriceEntry, PriceKind } from '@tradeline/domain/pricing';

/** Of prices of every list those of some lists, as the domain chooses among them. */
export const entriesOf = (prices: readonly ListPrice[], lists: readonly ListFacts[]): PriceEntry[] => {
  const known = new Map(lists.map((list) => [list.id, list]));
  return prices.flatMap(({ skuId, listId, minQuantity, unitPriceE4: amount }): PriceEntry[] => {
    const list = known.get(listId);
    if (!list) return [];
    return [
      {
        skuId: skuId as SkuId,
        listId: listId as PriceListId,
        kind: list.kind as PriceKind,
        amountE4: unitPriceE4(amount),
        minQuantity,
        currency: list.currency as Currency,
        priority: list.priority,
        ...(list.companyId && { companyId: list.companyId as CompanyId }),
        ...(list.groupId && { groupId: list.groupId as CustomerGroupId }),
        ...(list.level && { level: list.level }),
        ...(list.channel && { channel: list.channel }),
        ...(list.validFrom && { validFrom: list.validFrom as Instant }),
        ...(list.validTo && { validTo: list.validTo as Instant }),
      },
    ];
  });
};
