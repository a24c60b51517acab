import type { Tx } from '@tradeline/db';
import { type NewNotice, noticeStore, type outboxStore } from '@tradeline/db/stores';
import { allows, staffRoles } from '@tradeline/domain/access';
import { isNoticeKind, type NoticeKind, type NoticePerson, toldOf } from '@tradeline/domain/notices';
import { writeSendings } from '../use-cases/notices/write-sendings.ts';

type Event = Awaited<ReturnType<typeof outboxStore.takeBatch>>[number];
type Told = ReadonlyMap<Event, readonly NoticePerson['type'][]>;

/** Roles that review orders, by the table of permissions. */
const reviewerRoles = staffRoles.filter((role) => allows({ audience: 'staff', roles: [role] }, 'order.review'));

/**
 * Writes the notices of events, in the transaction that delivers them: by the domain's table, to whoever is around their
 * orders now, in as many statements for a hundred events as for one. Delivered again they add nothing, for a person is told
 * of one event once. Answers with the sides of those who were told.
 */
export const onNotices = async (tx: Tx, events: readonly Event[]): Promise<Told> => {
  const of = events.filter((event): event is Event & { type: NoticeKind } => isNoticeKind(event.type));
  if (of.length === 0) return new Map();
  const subjects = await noticeStore.subjects(tx, [...new Set(of.map((event) => event.aggregateId))], reviewerRoles);
  const actorOf = await actorsOf(tx, of);
  const notices = of.flatMap(({ type, aggregateId: orderId, id, at, payload }): NewNotice[] => {
    const subject = subjects.get(orderId);
    if (!subject) return [];
    const actor = actorOf({ id, payload });
    const words = { number: subject.number, companyName: subject.companyName, by: actor?.name ?? '' };
    return toldOf(type, subject.people, actor).map((person) => {
      return { person, kind: type, orderId, cause: id, at, payload: words };
    });
  });
  const told = await noticeStore.add(tx, notices);
  await writeSendings(tx, told);
  const sides = Map.groupBy(told, ({ cause }) => cause);
  return new Map(of.map((event) => [event, (sides.get(event.id) ?? []).map(({ person }) => person.type)]));
};

/** Who did what events speak of: the author of a message, or who took the step. */
const actorsOf = async (tx: Tx, events: readonly Event[]) => {
  const messageOf = ({ payload }: Pick<Event, 'payload'>) => (payload as { messageId?: string }).messageId;
  const messages = events.flatMap((event) => messageOf(event) ?? []);
  const steps = events.filter((event) => messageOf(event) === undefined);
  const authors = messages.length === 0 ? new Map() : await noticeStore.actorsOfMessages(tx, messages);
  const takers =
    steps.length === 0
      ? new Map()
      : await noticeStore.actorsOfSteps(
          tx,
          steps.map(({ id }) => id),
        );
  return (event: Pick<Event, 'id' | 'payload'>) => {
    const message = messageOf(event);
    return message === undefined ? takers.get(event.id) : authors.get(message);
  };
};
