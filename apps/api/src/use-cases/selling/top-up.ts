import { transact } from '@tradeline/db';
import { balanceStore, customerStore, idempotencyStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

export type TopUp = { idempotencyKey: string; companyId: string; amount: Minor; note: string };

/** Books money that a customer left with us, exactly once however often it is asked; the note says where it came from. */
export const topUp = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { idempotencyKey, companyId, amount, note }: TopUp,
): Promise<Result<{ balance: Minor }, Refusal>> =>
  transact<{ balance: Minor }, Refusal>(db, async (tx) => {
    if (!(await customerStore.find(tx, { kind: 'all' }, companyId))) return err({ kind: 'customer-not-found' });
    const scope = { companyId, procedure: 'balance.top-up', key: idempotencyKey };
    const body = JSON.stringify([amount, note]);
    const claim = await idempotencyStore.claim(tx, scope, body);
    if (!claim.claimed)
      return claim.requestHash === body
        ? ok(claim.result as { balance: Minor })
        : err({ kind: 'idempotency-mismatch' });
    const before = await balanceStore.of(tx, companyId);
    const actor = by.staff.name;
    await balanceStore.move(tx, {
      companyId,
      kind: 'top-up',
      amount,
      cause: { type: 'top-up', id: idempotencyKey },
      actor,
      note,
    });
    const balance = await balanceStore.of(tx, companyId);
    await record(tx, by, {
      action: 'balance.top-up',
      subject: { type: 'company', id: companyId },
      before: { balance: before },
      after: { balance, amount, note },
    });
    await idempotencyStore.settle(tx, scope, { balance });
    return ok({ balance });
  });
