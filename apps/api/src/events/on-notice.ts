import type { Tx } from '@tradeline/db';
import { noticeStore, type outboxStore } from '@tradeline/db/stores';
import { allows, staffRoles } from '@tradeline/domain/access';
import { isNoticeKind, type NoticePerson, toldOf } from '@tradeline/domain/notices';
import { writeSendings } from '../use-cases/notices/write-sendings.ts';

type Event = Awaited<ReturnType<typeof outboxStore.takeBatch>>[number];

/** Roles that review orders, by the table of permissions. */
const reviewerRoles = staffRoles.filter((role) => allows({ audience: 'staff', roles: [role] }, 'order.review'));

/**
 * Writes the notices of an event, in the transaction that delivers it: by the domain's table, to whoever is around the order
 * now. Delivered again it adds nothing, for a person is told of one event once. Answers with the sides of those who were told.
 */
export const onNotice = async (tx: Tx, event: Event): Promise<NoticePerson['type'][]> => {
  const { type, aggregateId: orderId, aggregateVersion: version, id, at } = event;
  if (!isNoticeKind(type)) return [];
  const subject = await noticeStore.subject(tx, orderId, reviewerRoles);
  if (!subject) return [];
  const { messageId } = event.payload as { messageId?: string };
  const actor =
    messageId === undefined
      ? await noticeStore.actorOfStep(tx, orderId, version ?? 0)
      : await noticeStore.actorOfMessage(tx, messageId);
  const { number, companyName, people } = subject;
  const payload = { number, companyName, by: actor?.name ?? '' };
  const told = await noticeStore.add(tx, toldOf(type, people, actor), { kind: type, orderId, cause: id, at, payload });
  await writeSendings(tx, told, { kind: type, orderId, cause: id, payload });
  return told.map((person) => person.type);
};
