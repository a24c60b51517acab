import { priceEffectStore, transactionTime } from '@tradeline/db/stores';
import { type Instant, ok } from '@tradeline/domain/kernel';
import { CNY } from '@tradeline/domain/money';
import { type PriceEntry, selectPrice } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import { goodsMeant } from '../catalog/search/goods-meant.ts';
import { entriesAt } from './entries-at.ts';
import { contextOf, customerFor } from './priced-customer.ts';

export type SheetWish = {
  companyId: string;
  text?: string | undefined;
  category?: string | undefined;
  at?: Instant | undefined;
};

/** All prices of one customer, goods by item number: at each quantity where the price steps, the list that gives it. */
export const priceSheet = async (
  { db, search }: Pick<Deps, 'db' | 'search'>,
  staff: Staff,
  wish: SheetWish,
  page: { page: number; size: number },
) => {
  const customer = await customerFor({ db }, staff, wish.companyId);
  if (!customer.ok) return customer;
  const now = await transactionTime(db);
  const at = wish.at ?? now;
  const goods = await goodsMeant({ db, search }, wish.text, Number.POSITIVE_INFINITY);
  const { rows, total } = await priceEffectStore.sheet(db, { goods, category: wish.category }, page);
  const { entries, lists } = await entriesAt(
    db,
    rows.map(({ id }) => id),
    at,
    now,
  );
  const context = contextOf(customer.value);
  const stepsOf = (candidates: readonly PriceEntry[], from: number) => {
    const quantities = [...new Set([from, ...candidates.map((entry) => Number(entry.minQuantity ?? 1))])]
      .filter((quantity) => quantity >= from)
      .sort((a, b) => a - b);
    const steps: { quantity: number; unitPriceE4: number; listId: string; kind: string }[] = [];
    for (const quantity of quantities) {
      const chosen = selectPrice(candidates, {
        now: at,
        currency: CNY,
        customer: context,
        quantity: { line: quantity, product: quantity, group: quantity },
      });
      if (!chosen.ok) continue;
      const { unitPriceE4, kind } = chosen.value;
      const listId = chosen.value.listId as string;
      const last = steps.at(-1);
      if (last?.unitPriceE4 !== unitPriceE4 || last.listId !== listId)
        steps.push({ quantity, unitPriceE4, listId, kind });
    }
    return steps;
  };
  return ok({
    at,
    total,
    customer: customer.value,
    rows: rows.map(({ cost: _, ...row }) => ({
      ...row,
      steps: stepsOf(entries.get(row.id) ?? [], row.minQuantity).map((step) => {
        const list = lists.get(step.listId);
        return {
          ...step,
          code: list?.code ?? '',
          listName: list?.name ?? { zh: '' },
          validTo: list?.validTo ?? null,
        };
      }),
    })),
  });
};
