import type { Tx } from '@tradeline/db';
import { creditStore, type SkuWithPicture } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import type { PricedOrder } from '@tradeline/domain/order';
import type { Buyer } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { checkTerms } from '../check-terms.ts';

export type CreditBasket = {
  priced: Pick<PricedOrder, 'lines'>;
  skus: ReadonlyMap<string, Pick<SkuWithPicture, 'minQuantity' | 'multiple'>>;
  /** What the prepaid balance could still pay: a way out never asks for more money than is there. */
  cashNow: Minor;
};
type TermsBlocked = Extract<Refusal, { kind: 'terms-blocked' }>;

/** Takes the account's lock and asks the credit rules, so that what they said still holds when the charge is written. */
export const checkCredit = async (
  tx: Tx,
  buyer: Buyer,
  basket: CreditBasket,
  amount: Minor,
): Promise<Result<void, TermsBlocked>> => askCredit(tx, buyer, creditStore.lock(tx, buyer.company.id), basket, amount);

/** The same question about an account as it stands, before anything is ordered. A line's id is its SKU's. */
export const askCredit = async (
  tx: Tx,
  buyer: { company: Pick<Buyer['company'], 'id'> },
  account: Awaited<ReturnType<typeof creditStore.account>> | ReturnType<typeof creditStore.lock>,
  { priced, skus, cashNow }: CreditBasket,
  amount: Minor,
): Promise<Result<void, TermsBlocked>> => {
  const lines = priced.lines.map((line) => {
    const sku = skus.get(line.skuId);
    return {
      id: line.id,
      quantity: line.quantity,
      amount: line.net,
      minimum: sku?.minQuantity ?? 1,
      multiple: sku?.multiple ?? 1,
    };
  });
  const checked = await checkTerms(tx, buyer.company.id, account, { amount, lines, cashNow });
  if (checked.ok) return ok(undefined);
  const { reasons, available, waysOut } = checked.error;
  return err({ kind: 'terms-blocked', reasons, available: minor(available), waysOut });
};
