import type { Tx } from '@tradeline/db';
import { type NewNotice, sendingStore } from '@tradeline/db/stores';
import { topicOf, waysOf } from '@tradeline/domain/notices';

/** What a letter is written from when it goes out. */
export type SendingPayload = {
  number: string;
  companyName: string;
  by: string;
  orderId: string;
  locale: string;
};

/**
 * Writes what goes to people by mail and SMS, in the transaction that writes their notices: by the ways each chose for the
 * topic, where his address is known. Sent after the commit.
 */
export const writeSendings = async (tx: Tx, notices: readonly NewNotice[]): Promise<void> => {
  if (notices.length === 0) return;
  const people = new Map(notices.map(({ person }) => [person.id, person]));
  const reachable = new Map(
    (await sendingStore.reachable(tx, [...people.values()])).map((found) => [found.person.id, found]),
  );
  await sendingStore.add(
    tx,
    notices.flatMap(({ person, kind, orderId, cause, payload: { number, companyName, by } }) => {
      const known = reachable.get(person.id);
      if (!known) return [];
      const { email, phone, locale, chosen } = known;
      const topic = topicOf(kind);
      const payload: SendingPayload = { number, companyName, by, orderId, locale };
      return waysOf(person.type, topic, chosen.get(topic)).flatMap((way) => {
        const recipient = way === 'mail' ? email : phone;
        return recipient ? [{ way, person, recipient, template: kind, payload, cause }] : [];
      });
    }),
  );
};
