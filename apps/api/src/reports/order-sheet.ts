import type { orderLists } from '@tradeline/db/stores';
import { decimalText } from '@tradeline/domain/sheet';
import type { Cell } from '../sheets/write-sheet.ts';
import { momentText, sayIn } from './figures.ts';
import { type PaperLanguage, termsWords } from './paper-words.ts';
import { paymentWords, statusWords } from './status-words.ts';

export type SheetOrder = Awaited<ReturnType<typeof orderLists.after>>[number];
export type SheetLine = Awaited<ReturnType<typeof orderLists.linesOf>>[number];
/** `zone` is the shop's; `amounts`: whether the reader's role is told them. */
export type SheetReader = { language: PaperLanguage; zone: string; amounts: boolean };

type Column<Row> = {
  zh: string;
  en: string;
  amount?: true;
  width: number;
  cell: (row: Row, reader: SheetReader) => Cell;
};

const orderColumns: readonly Column<SheetOrder>[] = [
  { zh: '订单号', en: 'Order', width: 14, cell: ({ number }) => number },
  { zh: '下单时间', en: 'Placed', width: 18, cell: ({ placedAt }, { zone }) => momentText(placedAt, zone) },
  {
    zh: '状态',
    en: 'Status',
    width: 16,
    cell: ({ displayStatus }, { language }) => statusWords[language][displayStatus],
  },
  { zh: '采购单号', en: 'Purchase order', width: 18, cell: ({ purchaseOrderNumber }) => purchaseOrderNumber ?? '' },
  {
    zh: '付款方式',
    en: 'Payment',
    width: 14,
    cell: ({ paymentTerms }, { language }) => termsWords[language][paymentTerms],
  },
  {
    zh: '付款情况',
    en: 'Paid',
    width: 14,
    cell: ({ paymentStatus }, { language }) => paymentWords[language][paymentStatus],
  },
];
const wholeOrder: readonly Column<SheetOrder>[] = [
  ...orderColumns,
  { zh: '商品项数', en: 'Lines', width: 10, cell: ({ lines }) => lines },
  { zh: '总数量', en: 'Units', width: 10, cell: ({ units }) => units },
  { zh: '币种', en: 'Currency', width: 10, amount: true, cell: ({ currency }) => currency },
  { zh: '金额', en: 'Total', width: 14, amount: true, cell: ({ totalAmount }) => Number(decimalText(totalAmount, 2)) },
];
const lineColumns: readonly Column<SheetLine>[] = [
  { zh: '货号', en: 'Item number', width: 18, cell: ({ itemNumber }) => itemNumber },
  { zh: '品名', en: 'Goods', width: 36, cell: ({ name }, { language }) => sayIn(language)(name) },
  { zh: '规格', en: 'Options', width: 16, cell: ({ optionText }, { language }) => sayIn(language)(optionText) },
  {
    zh: '赠品',
    en: 'Gift',
    width: 8,
    cell: ({ isGift }, { language }) => (isGift ? (language === 'en' ? 'yes' : '是') : ''),
  },
  { zh: '单位', en: 'Unit', width: 8, cell: ({ unit }, { language }) => sayIn(language)(unit) },
  { zh: '数量', en: 'Quantity', width: 10, cell: ({ quantity }) => quantity },
  { zh: '已取消', en: 'Cancelled', width: 10, cell: ({ cancelled }) => cancelled },
  { zh: '已发货', en: 'Shipped', width: 10, cell: ({ shipped }) => shipped },
  {
    zh: '单价',
    en: 'Unit price',
    width: 12,
    amount: true,
    cell: ({ unitPriceE4 }) => Number(decimalText(unitPriceE4, 4)),
  },
  { zh: '金额', en: 'Amount', width: 14, amount: true, cell: ({ netAmount }) => Number(decimalText(netAmount, 2)) },
];

const told = <Row>(columns: readonly Column<Row>[], { amounts }: SheetReader): Column<Row>[] =>
  columns.filter(({ amount }) => amounts || !amount);
const heads = (columns: readonly Pick<Column<never>, 'zh' | 'en' | 'width'>[], { language }: SheetReader) => ({
  header: columns.map(({ zh, en }) => (language === 'en' ? en : zh)),
  widths: columns.map(({ width }) => width),
});

/** The heads of a list of orders, or of their lines, each with its order's facts. */
export const sheetHeads = (what: 'orders' | 'lines', reader: SheetReader) =>
  what === 'orders'
    ? heads(told(wholeOrder, reader), reader)
    : heads([...told(orderColumns, reader), ...told(lineColumns, reader)], reader);

export const orderRow = (order: SheetOrder, reader: SheetReader): Cell[] =>
  told(wholeOrder, reader).map(({ cell }) => cell(order, reader));

export const lineRow = (order: SheetOrder, line: SheetLine, reader: SheetReader): Cell[] => [
  ...told(orderColumns, reader).map(({ cell }) => cell(order, reader)),
  ...told(lineColumns, reader).map(({ cell }) => cell(line, reader)),
];
