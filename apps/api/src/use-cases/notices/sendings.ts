import { transact } from '@tradeline/db';
import { type SendingCursor, type SendingState, sendingStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { DigestKind, NoticeKind, NoticeWay } from '@tradeline/domain/notices';
import type { Deps } from '../../deps.ts';
import { type By, record } from '../record.ts';
import type { SendingPayload } from './write-sendings.ts';

const PAGE = 50;

/** A page of what went out or should have, the newest first. Recipients are shown in part: enough to tell them apart. */
export const viewSendings = async (
  { db }: Pick<Deps, 'db'>,
  state: SendingState | undefined,
  before: SendingCursor | undefined,
) => {
  const found = await sendingStore.page(db, state, before, PAGE + 1);
  const last = found.length > PAGE ? found[PAGE - 1] : undefined;
  return {
    rows: found
      .slice(0, PAGE)
      .map(({ id, channel, recipient, template, payload, state, attempts, error, ...times }) => {
        const { number = '', orderId = null } = payload as Partial<SendingPayload>;
        return {
          id,
          way: channel as NoticeWay,
          recipient: masked(recipient),
          name: times.name,
          side: times.personType === 'staff' ? ('staff' as const) : ('buyer' as const),
          kind: template as NoticeKind | DigestKind,
          number,
          orderId,
          state: state as SendingState,
          attempts,
          error,
          at: times.createdAt,
          sentAt: times.sentAt,
        };
      }),
    next: last && { at: last.createdAt, id: last.id },
  };
};

/** `zh***@example.com`, `138****0000`. */
export const masked = (recipient: string): string => {
  const [name = '', domain] = recipient.split('@');
  if (domain !== undefined) return `${name.slice(0, 2)}***@${domain}`;
  return recipient.length > 7 ? `${recipient.slice(0, 3)}****${recipient.slice(-4)}` : recipient;
};

/** Tries anew what failed for good; how many. */
export const retrySendings = async ({ db }: Pick<Deps, 'db'>, by: By, ids: string[]): Promise<{ retried: number }> => {
  const done = await transact<{ retried: number }, never>(db, async (tx) => {
    const retried = await sendingStore.retry(tx, ids);
    const subject = { type: 'sending', id: ids.length === 1 ? (ids[0] ?? '') : `${ids.length}` };
    await record(tx, by, { action: 'sending.retry', subject, after: { ids, retried } });
    return ok({ retried });
  });
  return done.ok ? done.value : { retried: 0 };
};
