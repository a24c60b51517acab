import { sqlState, type Tx } from '@tradeline/db';
import { productStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Refusal } from '../../trpc/refusal-codes.ts';

type Numbers = { number: string; itemNumbers: string[]; productId?: string | undefined };

/** Refuses numbers that other products have, naming them. */
export const checkNumbersFree = async (
  tx: Tx,
  { number, itemNumbers, productId }: Numbers,
): Promise<Result<true, Refusal>> => {
  if (await productStore.numberTaken(tx, number, productId)) return err({ kind: 'product-number-taken', number });
  const taken = await productStore.itemNumbersTaken(tx, itemNumbers, productId);
  return taken.length > 0 ? err({ kind: 'item-numbers-taken', items: taken }) : ok(true);
};

/** Somebody may take a number between the look and the write: the index says so, and it is told like any other. */
export const orTaken = async <T>(
  db: Tx,
  numbers: Numbers,
  work: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    const free = await checkNumbersFree(db, numbers);
    if (free.ok) throw error;
    return free;
  }
};
