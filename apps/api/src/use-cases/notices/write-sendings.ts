import type { Tx } from '@tradeline/db';
import { sendingStore } from '@tradeline/db/stores';
import { type NoticeKind, type NoticePerson, topicOf, waysOf } from '@tradeline/domain/notices';

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
export const writeSendings = async (
  tx: Tx,
  told: readonly NoticePerson[],
  notice: {
    kind: NoticeKind;
    orderId: string;
    cause: string;
    payload: Pick<SendingPayload, 'number' | 'companyName' | 'by'>;
  },
): Promise<void> => {
  const people = told.length === 0 ? [] : await sendingStore.reachable(tx, told);
  const topic = topicOf(notice.kind);
  await sendingStore.add(
    tx,
    people.flatMap(({ person, email, phone, locale, chosen }) =>
      waysOf(person.type, topic, chosen.get(topic)).flatMap((way) => {
        const recipient = way === 'mail' ? email : phone;
        const payload: SendingPayload = { ...notice.payload, orderId: notice.orderId, locale };
        return recipient ? [{ way, person, recipient, template: notice.kind, payload, cause: notice.cause }] : [];
      }),
    ),
  );
};
