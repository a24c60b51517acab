import type { Content } from 'pdfmake/interfaces.js';
import { barcode, hasBarcode } from './barcode.ts';
import { momentText, quantityText, sayIn } from './figures.ts';
import { addressLine, type OrderPaper } from './order-paper.ts';
import { paperWords } from './paper-words.ts';
import type { PdfDocument } from './pdf.ts';

type Parcel = OrderPaper['order']['shipments'][number];

/** 面单 of one parcel, 100 × 150 mm: who carries it under which number, to whom, from whom, which of how many. */
export const parcelLabel = (paper: OrderPaper, parcel: Parcel): PdfDocument => ({
  title: `${paperWords[paper.language].label} ${parcel.number}`,
  language: paper.language,
  footer: '',
  page: 'label',
  content: labelOf(paper, parcel),
});

/** The labels of several parcels, one a page. */
export const parcelLabels = (
  title: string,
  labels: readonly { paper: OrderPaper; parcel: Parcel }[],
): PdfDocument | undefined => {
  const [first] = labels;
  if (!first) return undefined;
  return {
    title: `${paperWords[first.paper.language].label} ${title}`,
    language: first.paper.language,
    footer: '',
    page: 'label',
    content: labels.map(({ paper, parcel }, at) => ({
      stack: labelOf(paper, parcel),
      ...(at > 0 ? { pageBreak: 'before' as const } : {}),
    })),
  };
};

const rule: Content = {
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: 255, y2: 0, lineWidth: 0.8 }],
  margin: [0, 6, 0, 6],
};

const labelOf = ({ order, shop, language }: OrderPaper, parcel: Parcel): Content[] => {
  const words = paperWords[language];
  const say = sayIn(language);
  const number = parcel.trackingNumber ?? parcel.number;
  const sent = order.shipments.filter(({ state }) => state !== 'lost');
  const units = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
  const size = [parcel.lengthMm, parcel.widthMm, parcel.heightMm].every((side) => side !== null)
    ? `${[parcel.lengthMm, parcel.widthMm, parcel.heightMm].map((side) => (side ?? 0) / 10).join(' × ')} cm`
    : '';
  return [
    {
      columns: [
        { width: '*', text: parcel.carrier, fontSize: 17, bold: true },
        {
          width: 'auto',
          text: `${sent.findIndex(({ id }) => id === parcel.id) + 1} / ${sent.length}`,
          fontSize: 17,
          bold: true,
        },
      ],
    },
    ...(hasBarcode(number) ? [{ svg: barcode(number), width: 255, height: 52, margin: [0, 8, 0, 2] } as Content] : []),
    { text: number, alignment: 'center', fontSize: 12, bold: true },
    rule,
    { text: words.receiverName, style: 'faint' },
    { text: `${order.contactName}  ${order.phone}`, fontSize: 13, bold: true },
    { text: addressLine(order.address), fontSize: 12, bold: true },
    { text: order.companyName },
    rule,
    { text: words.senderName, style: 'faint' },
    { text: `${say(shop.name)}${shop.phone ? `  ${shop.phone}` : ''}` },
    { text: say(parcel.warehouseName) },
    rule,
    {
      columns: [
        { width: '*', stack: [{ text: words.order, style: 'faint' }, { text: order.number }] },
        { width: '*', stack: [{ text: words.units, style: 'faint' }, { text: quantityText(units) }] },
        {
          width: '*',
          stack: [
            { text: words.weight, style: 'faint' },
            { text: parcel.weightG === null ? '—' : `${parcel.weightG / 1000} kg` },
          ],
        },
      ],
    },
    {
      margin: [0, 4, 0, 0],
      columns: [
        { width: '*', text: [parcel.number, size].filter(Boolean).join(' · '), style: 'faint' },
        { width: 'auto', text: momentText(parcel.shippedAt, shop.timeZone), style: 'faint' },
      ],
    },
    ...(order.note ? [{ text: order.note, margin: [0, 4, 0, 0] } as Content] : []),
  ];
};
