import type { Tx } from '@tradeline/db';
import { creditStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import type { Buyer } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { checkTerms } from '../check-terms.ts';
import type { Basket } from './read-basket.ts';

/** Takes the account's lock and asks the credit rules, so that what they said still holds when the charge is written. */
export const checkCredit = async (
  tx: Tx,
  buyer: Buyer,
  { priced, skus }: Basket,
  amount: Minor,
): Promise<Result<void, Refusal>> => {
  const account = await creditStore.lock(tx, buyer.company.id);
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
  const checked = await checkTerms(tx, buyer.company.id, account, { amount, lines });
  if (checked.ok) return ok(undefined);
  const { reasons, available, waysOut } = checked.error;
  return err({ kind: 'terms-blocked', reasons, available: minor(available), waysOut });
};
