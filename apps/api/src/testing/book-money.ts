import { transact } from '@tradeline/db';
import { orderStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Actor } from '../use-cases/order/actor.ts';
import { bookReceipt } from '../use-cases/order/book-receipt.ts';
import { loadOrder } from '../use-cases/order/order-facts.ts';
import type { Shop } from './fixture.ts';

/** Cash that a customer paid for an order: the receipt, and the credit it frees. */
export const bookMoney = async (shop: Shop, orderId: string, amount: number, actor: Actor): Promise<void> => {
  if (amount <= 0) return;
  await transact(shop.db, async (tx) => {
    const order = (await orderStore.lock(tx, { kind: 'all' }, orderId))!;
    await bookReceipt(tx, await loadOrder(tx, order), {
      method: 'cash',
      amount: minor(amount),
      reference: null,
      actor,
    });
    return ok(undefined);
  });
};
