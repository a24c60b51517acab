import { createHash } from 'node:crypto';
import { newId, transact } from '@tradeline/db';
import {
  attachmentStore,
  idempotencyStore,
  messageStore,
  type OrderScope,
  orderStore,
  outboxStore,
  rateLimitStore,
  uploadStore,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { prepareFile } from './message-files.ts';

/** Who speaks. */
export type Author = { type: 'buyer' | 'staff'; id: string; name: string };
export type NewMessage = {
  orderId: string;
  text: string;
  /** Uploads of the author's own. */
  files: readonly string[];
  /** Stays among staff; a customer cannot write one. */
  internal: boolean;
  idempotencyKey: string;
};

const purposes = { buyer: 'message-file', staff: 'staff-message-file' } as const;
const PER_MINUTE = 30;

/**
 * Says something about an order, with files. Said once however often it was sent; files are made ours before the
 * transaction, in which message, files and the event that wakes the other side's screen stand or fall together.
 */
export const postMessage = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  author: Author,
  scope: OrderScope,
  message: NewMessage,
): Promise<Result<{ id: string }, Refusal>> => {
  const { orderId, text, files, internal } = message;
  if (text === '' && files.length === 0) return err({ kind: 'message-empty' });
  const order = await orderStore.find(deps.db, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const bucket = { key: `message:${author.id}`, capacity: PER_MINUTE, perSeconds: 60 };
  if (!(await rateLimitStore.take(deps.db, bucket))) return err({ kind: 'too-many-attempts', retryAfterSeconds: 2 });
  for (const id of files) {
    const upload = await uploadStore.findOwn(deps.db, id, author);
    if (upload?.purpose !== purposes[author.type]) return err({ kind: 'upload-not-found' });
    const ready = await prepareFile(deps, upload);
    if (!ready.ok) return ready;
  }
  const { companyId } = order;
  const key = { companyId, procedure: `message.${author.id}`, key: message.idempotencyKey };
  const hash = createHash('sha256')
    .update(JSON.stringify([orderId, text, files, internal]))
    .digest('hex');
  return transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    const claim = await idempotencyStore.claim(tx, key, hash);
    if (!claim.claimed)
      return claim.requestHash === hash ? ok(claim.result as { id: string }) : err({ kind: 'idempotency-mismatch' });
    const id = newId();
    await messageStore.add(tx, {
      id,
      orderId,
      companyId,
      authorType: author.type,
      authorId: author.id,
      authorName: author.name,
      text,
      internal,
    });
    if (!(await attachmentStore.add(tx, { orderId, messageId: id }, files, author)))
      return err({ kind: 'upload-not-found' });
    await outboxStore.add(tx, {
      type: internal ? 'message.noted' : 'message.posted',
      aggregateType: 'message',
      aggregateId: orderId,
      // A note among staff wakes no screen of the customer.
      ...(internal ? {} : { companyId }),
      payload: { orderId, number: order.number, messageId: id, author: author.type },
    });
    await idempotencyStore.settle(tx, key, { id });
    return ok({ id });
  });
};
