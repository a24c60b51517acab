import { type Tx, transact } from '@tradeline/db';
import { auditStore, catalogStore, customerCodeStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { normaliseCode } from '@tradeline/domain/search';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { CODE_LIMITS, type CodeKeeper } from './code-keeper.ts';

/** `instead` is the code it takes the place of; `move`: also when the code stands for other goods now. */
export type CodeWish = { skuId: string; code: string; instead?: string | undefined; move?: boolean | undefined };

/** Only what staff do with a customer's codes is audited; his own people change their own. */
export const auditCodes = async (tx: Tx, keeper: CodeKeeper, before: unknown, after: unknown): Promise<void> => {
  if (keeper.actor.type === 'staff')
    await auditStore.add(tx, {
      actor: keeper.actor,
      action: 'customer.edit-codes',
      subject: { type: 'customer', id: keeper.companyId },
      before,
      after,
      requestId: keeper.requestId,
    });
};

/** Gives goods a code of the customer. Codes are compared without blanks, signs, case and width; one stands for one SKU. */
export const putCode = (deps: Pick<Deps, 'db'>, keeper: CodeKeeper, wish: CodeWish): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(deps.db, async (tx) => {
    const { companyId, looker } = keeper;
    const normalised = normaliseCode(wish.code);
    if (normalised === '') return err({ kind: 'code-empty' });
    const [sku] = await catalogStore.skus(tx, [wish.skuId], looker);
    if (!sku?.visible) return err({ kind: 'sku-not-found', skuId: wish.skuId });
    const replaced = wish.instead === undefined ? undefined : normaliseCode(wish.instead);
    if (replaced !== undefined) await customerCodeStore.remove(tx, companyId, replaced);
    else if ((await customerCodeStore.count(tx, companyId)) >= CODE_LIMITS.codes)
      return err({ kind: 'codes-full', limit: CODE_LIMITS.codes });
    const code = { code: wish.code, normalised, skuId: wish.skuId };
    const written = await customerCodeStore.add(tx, companyId, [code]);
    const [taken] = written.has(normalised) ? [] : await customerCodeStore.taken(tx, companyId, [normalised]);
    if (taken && taken.skuId !== wish.skuId && !wish.move)
      return err({ kind: 'code-taken', code: taken.code, itemNumber: taken.itemNumber });
    if (taken) await customerCodeStore.move(tx, companyId, [code]);
    await auditCodes(tx, keeper, taken ?? null, code);
    return ok(undefined);
  });

export const removeCode = (deps: Pick<Deps, 'db'>, keeper: CodeKeeper, code: string): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(deps.db, async (tx) => {
    if (!(await customerCodeStore.remove(tx, keeper.companyId, normaliseCode(code))))
      return err({ kind: 'code-not-found' });
    await auditCodes(tx, keeper, { code }, null);
    return ok(undefined);
  });
