import { type MessageSide, messageStore, type OrderFile, type OrderScope, orderStore } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { isPicture } from './message-files.ts';

const shown = ({ id, name, mime, bytes, byName, at }: OrderFile) => ({
  id,
  name,
  bytes,
  isPicture: isPicture(mime),
  byName,
  at,
});

/** What was said about an order, and the files that came with it at checkout. A stranger's order is not found. */
export const viewMessages = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, side: MessageSide, orderId: string) => {
  if (!(await orderStore.find(db, scope, orderId))) return err({ kind: 'order-not-found' } satisfies Refusal);
  const [messages, files] = await Promise.all([
    messageStore.ofOrder(db, orderId, side),
    messageStore.files(db, orderId, side),
  ]);
  const ofMessage = Map.groupBy(files, ({ messageId }) => messageId);
  return ok({
    messages: messages.map(({ id, authorType, authorId, authorName, text, internal, at, readAt }) => ({
      id,
      side: authorType as 'buyer' | 'staff' | 'system',
      authorId,
      authorName,
      text,
      internal,
      at,
      readAt,
      files: (ofMessage.get(id) ?? []).map(shown),
    })),
    orderFiles: (ofMessage.get(null) ?? []).map(shown),
  });
};
