import { priceEffectStore, transactionTime } from '@tradeline/db/stores';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import { CNY, type Currency } from '@tradeline/domain/money';
import { selectPrice } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { entriesAt } from './entries-at.ts';
import { contextOf, customerFor } from './priced-customer.ts';

export type PriceQuestion = {
  companyId: string;
  skuId: string;
  quantity: number;
  /** Any moment, past or to come; none: now. */
  at?: Instant | undefined;
};

/** Prices that were made for other customers are counted, not told. */
const FOREIGN = new Set(['other-customer', 'other-group', 'other-level', 'other-channel', 'other-region']);

const explained = async ({ db }: Pick<Deps, 'db'>, staff: Staff, question: PriceQuestion) => {
  const customer = await customerFor({ db }, staff, question.companyId);
  if (!customer.ok) return customer;
  const [sku] = await priceEffectStore.skus(db, [question.skuId]);
  if (!sku) return err({ kind: 'sku-not-found' as const, skuId: question.skuId });
  const now = await transactionTime(db);
  const at = question.at ?? now;
  const { entries, lists } = await entriesAt(db, [sku.id], at, now);
  const candidates = entries.get(sku.id) ?? [];
  const quantity = { line: question.quantity, product: question.quantity, group: question.quantity };
  const currency: Currency = CNY;
  const chosen = selectPrice(candidates, { now: at, currency, customer: contextOf(customer.value), quantity });
  const considered = chosen.ok ? chosen.value.considered : chosen.error.considered;
  const told = considered.filter(({ reason }) => !FOREIGN.has(reason));
  return ok({
    at,
    now,
    customer: customer.value,
    sku: {
      id: sku.id,
      itemNumber: sku.itemNumber,
      name: sku.productName,
      unit: sku.unit,
      minQuantity: sku.minQuantity,
    },
    price: chosen.ok
      ? { unitPriceE4: chosen.value.unitPriceE4, kind: chosen.value.kind, listId: chosen.value.listId as string }
      : null,
    considered: told.map((each) => {
      const list = lists.get(each.listId);
      return {
        ...each,
        listId: each.listId as string,
        minQuantity: Number(each.minQuantity ?? 1),
        code: list?.code ?? '',
        name: list?.name ?? { zh: '' },
        validFrom: list?.validFrom ?? null,
        validTo: list?.validTo ?? null,
        priority: list?.priority ?? 0,
      };
    }),
    foreign: considered.length - told.length,
  });
};

/** Which price a customer has for some goods at a moment, and for every other one why it is not that. */
export const explainPrice = (
  deps: Pick<Deps, 'db'>,
  staff: Staff,
  question: PriceQuestion,
): Promise<Result<Extract<Awaited<ReturnType<typeof explained>>, { ok: true }>['value'], Refusal>> =>
  explained(deps, staff, question);
