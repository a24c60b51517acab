import { newId, transact } from '@tradeline/db';
import {
  type KeptReturnPicture,
  type OrderScope,
  orderStore,
  transactionTime,
  uploadStore,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { LineQuantity, ReturnReason, ReturnWish } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import { keepPicture } from '../../pictures/keep.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { buyerActor } from '../order/actor.ts';
import { loadOrder } from '../order/order-facts.ts';
import { takeStep } from '../order/run-command.ts';
import { forgetFiles } from '../product-editing/forget-files.ts';
import { isInTime, returnableOf } from './return-rules.ts';

export const MOST_PICTURES = 9;

export type RequestReturn = {
  orderId: string;
  expectedVersion: number;
  lines: readonly LineQuantity[];
  reason: ReturnReason;
  wish: ReturnWish;
  comment: string | null;
  /** Ids of uploads of this person. */
  pictures: readonly string[];
};

/** Asks to send goods back. Pictures are made anew outside of the transaction, and forgotten when the request is refused. */
export const requestReturn = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  buyer: Buyer,
  requestId: string,
  scope: OrderScope,
  wish: RequestReturn,
): Promise<Result<{ id: string }, Refusal>> => {
  const kept: KeptReturnPicture[] = [];
  const forget = () => forgetFiles(deps, { stems: kept });
  for (const uploadId of new Set(wish.pictures)) {
    const picture = await pictureOf(deps, buyer, uploadId);
    if (!picture.ok) {
      await forget();
      return picture;
    }
    kept.push(picture.value);
  }
  const returnId = newId();
  const asked = await transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    const order = await orderStore.lock(tx, scope, wish.orderId);
    if (!order) return err({ kind: 'order-not-found' });
    const [returnable, now] = [await returnableOf(tx, await loadOrder(tx, order)), await transactionTime(tx)];
    const late = wish.lines.some(({ lineId }) =>
      returnable.some((line) => line.lineId === lineId && line.most > 0 && !isInTime(line, now)),
    );
    const { lines, reason, comment, expectedVersion } = wish;
    const moved = await takeStep(tx, buyerActor(buyer, requestId), {
      scope,
      orderId: wish.orderId,
      command: { action: 'request-return', returnId, lines, expectedVersion, checks: { 'return-window': !late } },
      returning: { claim: { wish: wish.wish, reason, comment, pictures: kept } },
    });
    return moved.ok ? ok({ id: returnId }) : moved;
  });
  if (!asked.ok) await forget();
  return asked;
};

const pictureOf = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  buyer: Buyer,
  uploadId: string,
): Promise<Result<KeptReturnPicture, Refusal>> => {
  const upload = await uploadStore.findOwn(deps.db, uploadId, { type: 'buyer', id: buyer.id });
  const bytes = upload?.purpose === 'return-picture' ? await deps.storage.get('private', upload.file) : undefined;
  if (!bytes) return err({ kind: 'upload-not-found' });
  const picture = await keepPicture(deps, bytes);
  return picture.ok ? ok({ uploadId, stem: picture.value.stem, widths: picture.value.widths }) : picture;
};
