import { type SendingRow, sendingStore, shopStore } from '@tradeline/db/stores';
import { nextTryIn } from '@tradeline/domain/notices';
import type { Deps } from '../../deps.ts';
import { writeLetter } from './write-letter.ts';

const BATCH = 20;

/**
 * Sends what waits, after the commit that wrote it and with no transaction open. Each is held by one sender while it tries;
 * a refusal is final, silence is tried again later under the same id, until somebody must look. How many were sent.
 */
export const sendWaiting = async (deps: Pick<Deps, 'db' | 'mail' | 'sms' | 'addresses'>): Promise<number> => {
  let sent = 0;
  for (let rows = await sendingStore.takeDue(deps.db, BATCH); rows.length > 0; ) {
    const shop = (await shopStore.find(deps.db))?.name ?? { zh: '' };
    for (const row of rows) sent += (await sendOne(deps, row, shop)) ? 1 : 0;
    rows = rows.length < BATCH ? [] : await sendingStore.takeDue(deps.db, BATCH);
  }
  return sent;
};

const sendOne = async (
  { db, mail, sms, addresses }: Pick<Deps, 'db' | 'mail' | 'sms' | 'addresses'>,
  row: SendingRow,
  shop: Parameters<typeof writeLetter>[1],
): Promise<boolean> => {
  const letter = writeLetter(row, shop, addresses);
  const done =
    row.channel === 'mail'
      ? await mail.send(letter.mail)
      : await sms.send({ id: row.id, to: row.recipient, text: letter.sms });
  if (done.ok) await sendingStore.sent(db, row.id);
  else
    await sendingStore.failed(
      db,
      row.id,
      done.error.detail,
      done.error.kind === 'refused' ? undefined : nextTryIn(row.attempts),
    );
  return done.ok;
};
