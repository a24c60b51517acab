import type { Tx } from '@tradeline/db';
import { goodsListStore, type ListOwner, type ListRow } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** Lists a person keeps, and goods on one of them. */
export const LIST_LIMITS = { lists: 100, lines: 500 } as const;

export const ownerOf = (buyer: Buyer): ListOwner => ({ companyId: buyer.company.id, buyerId: buyer.id });

/** An own list, held until the transaction ends. */
export const holdList = async (tx: Tx, buyer: Buyer, id: string): Promise<Result<Pick<ListRow, 'kind'>, Refusal>> => {
  const held = await goodsListStore.lock(tx, ownerOf(buyer), id);
  return held ? ok(held) : err({ kind: 'list-not-found' });
};

/** Whether so many goods still fit on a list. */
export const hasRoom = async (tx: Tx, listId: string, skuIds: readonly string[]): Promise<Result<void, Refusal>> => {
  const there = new Set((await goodsListStore.lines(tx, listId)).map((line) => line.skuId));
  for (const skuId of skuIds) there.add(skuId);
  return there.size > LIST_LIMITS.lines ? err({ kind: 'list-full', limit: LIST_LIMITS.lines }) : ok(undefined);
};
