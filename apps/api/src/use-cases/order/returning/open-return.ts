import { type KeptReturnPicture, type ReturnChange, returnStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import type { EffectOf, ReturnReason, ReturnWish } from '@tradeline/domain/order';
import { ledgerName } from '../actor.ts';
import type { CarryOut } from '../carry-out.ts';

/** What the person who takes a step of a return says beside it. */
export type Returning = {
  /** Needed by the step that asks for it. */
  claim?: { wish: ReturnWish; reason: ReturnReason; comment: string | null; pictures: KeptReturnPicture[] } | undefined;
  change?: ReturnChange | undefined;
  notes?: readonly { orderLineId: string; note: string }[] | undefined;
  /** Points that the settlement moves, as it was worked out under the order's lock. */
  points?: { restored: number; clawedBack: number } | undefined;
};

export const openReturn = async (
  { tx, record, actor, returning }: Pick<CarryOut, 'tx' | 'record' | 'actor' | 'returning'>,
  { returnId, lines }: EffectOf<'open-return'>,
): Promise<void> => {
  const claim = returning?.claim;
  invariant(claim, 'a return has a reason and a wish');
  const { pictures, ...said } = claim;
  await returnStore.add(
    tx,
    {
      id: returnId,
      orderId: record.order.id,
      companyId: record.order.companyId,
      requestedBy: ledgerName(actor),
      ...said,
    },
    lines.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
  );
  await returnStore.addPictures(tx, returnId, pictures);
};
