import type { BilingualText, SendingRow } from '@tradeline/db/stores';
import { isNoticeKind, type NoticeKind } from '@tradeline/domain/notices';
import type { Letter } from '../../ports/sending.ts';
import type { StockDigest } from '../stock/write-digest.ts';
import { type LetterLanguage, letterFrame, letterLines } from './letter-words.ts';
import { digestLetter } from './write-digest-letter.ts';
import type { SendingPayload } from './write-sendings.ts';

/** Where the two apps are, as people type it. */
export type Addresses = { portal: string; console: string };

/** A sending as a person reads it, in his language: what happened, by whom, the way to it and to his preferences. */
export const writeLetter = (
  row: Pick<SendingRow, 'id' | 'recipient' | 'template' | 'payload' | 'personType'>,
  shop: BilingualText,
  { portal, console }: Addresses,
): { mail: Letter; sms: string } => {
  const { locale } = row.payload as { locale: string };
  const language: LetterLanguage = locale === 'en' ? 'en' : 'zh-CN';
  const side = row.personType === 'staff' ? 'staff' : 'buyer';
  const frame = letterFrame[language];
  const name = language === 'en' ? (shop.en ?? shop.zh) : shop.zh;
  const base = (side === 'staff' ? console : portal).replace(/\/$/, '');
  const { line, body } =
    row.template === 'stock.digest'
      ? digestLetter(row.payload as StockDigest, language, base)
      : orderLetter(row.template, row.payload as SendingPayload, { language, side, base });
  return {
    mail: {
      id: row.id,
      to: row.recipient,
      subject: `${frame.tag(name)}${line}`,
      text: [line, ...body(name)].join('\n'),
    },
    sms: `${frame.tag(name)}${line}`,
  };
};

const orderLetter = (
  template: string,
  payload: SendingPayload,
  { language, side, base }: { language: LetterLanguage; side: 'staff' | 'buyer'; base: string },
) => {
  const kind: NoticeKind = isNoticeKind(template) ? template : 'order.submit';
  const frame = letterFrame[language];
  return {
    line: letterLines[language][side][kind](payload.number, payload.companyName),
    body: (name: string) => [
      ...(payload.by ? [frame.by(payload.by)] : []),
      '',
      frame.open(`${base}/orders/${payload.orderId}`),
      '',
      '--',
      name,
      frame.preferences(`${base}/preferences`),
    ],
  };
};
