import type { Content } from 'pdfmake/interfaces.js';
import type { viewOrder } from '../use-cases/order/view-order.ts';
import type { shopView } from '../use-cases/session/shop-view.ts';
import { sayIn } from './figures.ts';
import { paperHead } from './paper.ts';
import { type PaperLanguage, paperWords } from './paper-words.ts';

export type PaperOrder = Extract<Awaited<ReturnType<typeof viewOrder>>, { ok: true }>['value'];

/** An order as it goes onto paper. `amounts`: whether the reader's role is told them. */
export type OrderPaper = {
  order: PaperOrder;
  shop: Awaited<ReturnType<typeof shopView>>;
  language: PaperLanguage;
  amounts: boolean;
};

export const orderPaperHead = ({ shop, language }: OrderPaper, title: string, number: string): Content =>
  paperHead(
    sayIn(language)(shop.name),
    shop.phone ? `${paperWords[language].phone} ${shop.phone}` : '',
    title,
    `${paperWords[language].number} ${number}`,
  );

/** Province, city and district without repeating a municipality's name. */
export const addressLine = ({ province, city, district, street }: PaperOrder['address']): string =>
  [...new Set([province, city, district, street].filter(Boolean))].join(' ');
