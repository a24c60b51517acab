import { momentText, quantityText, sayIn } from './figures.ts';
import { lotLine } from './lot-line.ts';
import { addressLine, type OrderPaper, orderPaperHead } from './order-paper.ts';
import { paperFacts, paperSignatures, paperTable, paperTotals } from './paper.ts';
import { paperWords } from './paper-words.ts';
import type { PdfDocument } from './pdf.ts';

/** 送货单 of one parcel: what is in it, for whoever carries and receives it. It tells no amounts to anybody. */
export const deliveryNote = (paper: OrderPaper, parcel: OrderPaper['order']['shipments'][number]): PdfDocument => {
  const { order, shop, language } = paper;
  const words = paperWords[language];
  const say = sayIn(language);
  const units = parcel.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    title: `${words.deliveryNote} ${parcel.number}`,
    language,
    footer: `${say(shop.name)} · ${parcel.number} · ${order.number}`,
    content: [
      orderPaperHead(paper, words.deliveryNote, parcel.number),
      paperFacts(
        [
          [words.customer, order.companyName],
          [words.contact, `${order.contactName} ${order.phone}`],
          [words.address, addressLine(order.address)],
          [words.note, order.note],
        ],
        [
          [words.order, order.number],
          [words.purchaseOrder, order.purchaseOrderNumber],
          [words.shippedAt, momentText(parcel.shippedAt, shop.timeZone)],
          [words.carrier, parcel.carrier],
          [words.tracking, parcel.trackingNumber],
          [words.warehouse, say(parcel.warehouseName)],
        ],
      ),
      paperTable(
        [
          { title: words.line, width: 24 },
          { title: words.item, width: 110 },
          { title: words.goods, width: '*' },
          { title: words.quantity, width: 64, align: 'right' },
          { title: words.unit, width: 40 },
        ],
        parcel.lines.map(({ orderLineId, quantity, lots }, at) => {
          const line = order.lines.find(({ id }) => id === orderLineId);
          return [
            String(at + 1),
            line?.itemNumber ?? '',
            [
              [say(line?.name), say(line?.optionText)].filter(Boolean).join(' '),
              ...(lots ?? []).map((lot) => lotLine({ ...lot, units: lot.quantity }, words)),
            ]
              .filter(Boolean)
              .join('\n'),
            quantityText(quantity),
            say(line?.unit),
          ];
        }),
      ),
      paperTotals([[words.units, quantityText(units), true]]),
      paperSignatures([words.sender, words.driver, words.receiver, words.date]),
    ],
  };
};
