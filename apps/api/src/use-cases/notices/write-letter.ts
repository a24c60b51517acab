import type { BilingualText, SendingRow } from '@tradeline/db/stores';
import { isNoticeKind, type NoticeKind } from '@tradeline/domain/notices';
import type { Letter } from '../../ports/sending.ts';
import { type LetterLanguage, letterFrame, letterLines } from './letter-words.ts';
import type { SendingPayload } from './write-sendings.ts';

/** Where the two apps are, as people type it. */
export type Addresses = { portal: string; console: string };

/** A sending as a person reads it, in his language: what happened, by whom, the way to the order and to his preferences. */
export const writeLetter = (
  row: Pick<SendingRow, 'id' | 'recipient' | 'template' | 'payload' | 'personType'>,
  shop: BilingualText,
  { portal, console }: Addresses,
): { mail: Letter; sms: string } => {
  const payload = row.payload as SendingPayload;
  const language: LetterLanguage = payload.locale === 'en' ? 'en' : 'zh-CN';
  const side = row.personType === 'staff' ? 'staff' : 'buyer';
  const kind: NoticeKind = isNoticeKind(row.template) ? row.template : 'order.submit';
  const frame = letterFrame[language];
  const name = language === 'en' ? (shop.en ?? shop.zh) : shop.zh;
  const base = (side === 'staff' ? console : portal).replace(/\/$/, '');
  const line = letterLines[language][side][kind](payload.number, payload.companyName);
  const order = `${base}/orders/${payload.orderId}`;
  const text = [
    line,
    ...(payload.by ? [frame.by(payload.by)] : []),
    '',
    frame.open(order),
    '',
    '--',
    name,
    frame.preferences(`${base}/preferences`),
  ].join('\n');
  return {
    mail: { id: row.id, to: row.recipient, subject: `${frame.tag(name)}${line}`, text },
    sms: `${frame.tag(name)}${line}`,
  };
};
