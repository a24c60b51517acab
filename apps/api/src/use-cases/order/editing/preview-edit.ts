import { transact } from '@tradeline/db';
import { creditStore, type SkuWithPicture } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { chargedAmount, type PricedOrder } from '@tradeline/domain/order';
import type { Deps } from '../../../deps.ts';
import type { CheckoutReason, Refusal } from '../../../trpc/refusal-codes.ts';
import { beginEdit } from './edit-order.ts';
import { priceRevision } from './price-revision.ts';
import type { Editor, EditWish } from './request.ts';
import { isUnchanged, type OrderChange, tellChange } from './tell-change.ts';

export type EditPreview = {
  version: number;
  change: OrderChange;
  totals: PricedOrder['totals'];
  /** The goods it would consist of, with what may be ordered of each. */
  goods: SkuWithPicture[];
  /** Nothing would be different. */
  unchanged: boolean;
  /** Everything that stands against saving it now. */
  refusals: readonly CheckoutReason[];
};

/**
 * What a change would come to, by the rules and facts with which it would be saved: the change itself, priced in a
 * transaction that is rolled back (237). Nothing is held and nothing is written.
 */
export const previewEdit = async (
  deps: Pick<Deps, 'db'>,
  by: Editor,
  wish: EditWish,
): Promise<Result<EditPreview, Refusal>> => {
  const looked = await transact<never, { preview: EditPreview } | { refusal: Refusal }>(deps.db, async (tx) => {
    const begun = await beginEdit(tx, by, wish);
    if (!begun.ok) return err({ refusal: begun.error });
    const { record, before } = begun.value;
    const account = await creditStore.account(tx, record.order.companyId);
    const revised = await priceRevision(tx, record, account, wish.lines);
    if (!revised.ok) return err({ refusal: revised.error });
    const { priced, reasons } = revised.value;
    return err({
      preview: {
        version: before.version,
        change: tellChange(record, revised.value, chargedAmount(before)),
        totals: priced.totals,
        goods: [...revised.value.skus.values()],
        unchanged: isUnchanged(revised.value.before, priced),
        refusals: reasons,
      },
    });
  });
  if (looked.ok) return looked;
  return 'preview' in looked.error ? ok(looked.error.preview) : err(looked.error.refusal);
};
