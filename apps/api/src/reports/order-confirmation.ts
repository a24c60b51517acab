import { capitalAmount } from '@tradeline/domain/money';
import { amountText, dayText, momentText, priceText, quantityText, sayIn } from './figures.ts';
import type { OrderPaper } from './order-paper.ts';
import { addressLine, orderPaperHead } from './order-paper.ts';
import { paperFacts, paperNote, paperTable, paperTotals } from './paper.ts';
import { paperWords, termsWords } from './paper-words.ts';
import type { PdfDocument } from './pdf.ts';

/** 订单确认: what was agreed, at the prices of that day. For a reader who is not told amounts it has none. */
export const orderConfirmation = (paper: OrderPaper): PdfDocument => {
  const { order, shop, language, amounts } = paper;
  const words = paperWords[language];
  const say = sayIn(language);
  const invoice = order.invoiceTitle;
  const money = (title: string) => `${title} (${order.currency})`;
  const voided = order.approval === 'cancelled' || order.approval === 'rejected';
  return {
    title: `${words.confirmation} ${order.number}`,
    language,
    footer: `${say(shop.name)} · ${order.number}`,
    content: [
      orderPaperHead(paper, words.confirmation, order.number),
      ...(voided
        ? [
            {
              text: words.void,
              style: 'total',
              color: '#b42318',
              margin: [0, 0, 0, 10] as [number, number, number, number],
            },
          ]
        : []),
      paperFacts(
        [
          [words.customer, order.companyName],
          [words.customerNumber, order.companyNumber],
          [words.contact, `${order.contactName} ${order.phone}`],
          [words.address, addressLine(order.address)],
        ],
        [
          [words.placedAt, momentText(order.placedAt, shop.timeZone)],
          [words.purchaseOrder, order.purchaseOrderNumber],
          [words.wished, order.wishedDate],
          ...(amounts
            ? ([
                [words.terms, termsWords[language][order.paymentTerms]],
                [words.due, order.dueAt && dayText(order.dueAt, shop.timeZone)],
                [words.invoiceTitle, invoice?.title],
                [words.taxNumber, invoice?.taxNumber],
              ] as const)
            : []),
        ],
      ),
      paperTable(
        [
          { title: words.line, width: 20 },
          { title: words.item, width: 78 },
          { title: words.goods, width: '*' },
          { title: words.quantity, width: 40, align: 'right' },
          { title: words.unit, width: 26 },
          ...(amounts
            ? ([
                { title: words.price, width: 50, align: 'right' },
                { title: money(words.amount), width: 64, align: 'right' },
              ] as const)
            : []),
        ],
        order.lines.map((line, at) => [
          String(at + 1),
          line.itemNumber,
          {
            text: [
              [line.isGift ? `[${words.gift}]` : '', say(line.name), say(line.optionText)].filter(Boolean).join(' '),
              ...(line.cancelled > 0
                ? [{ text: ` (${words.cancelled} ${quantityText(line.cancelled)})`, color: '#b42318' }]
                : []),
            ],
          },
          quantityText(line.quantity),
          say(line.unit),
          ...(amounts ? [priceText(line.unitPriceE4), amountText(line.netAmount)] : []),
        ]),
      ),
      ...(amounts
        ? [
            paperTotals([
              [words.goodsAmount, amountText(order.goodsAmount)],
              ...(order.discountAmount > 0 ? [[words.discount, amountText(-order.discountAmount)] as const] : []),
              [words.shipping, amountText(order.shippingAmount)],
              [money(words.total), amountText(order.totalAmount), true],
              [words.tax, amountText(order.taxAmount)],
            ]),
            ...(language === 'zh-CN' && order.currency === 'CNY'
              ? [
                  {
                    text: `${words.capitals}：人民币 ${capitalAmount(order.totalAmount)}`,
                    alignment: 'right' as const,
                    margin: [0, 4, 0, 0] as [number, number, number, number],
                  },
                ]
              : []),
          ]
        : []),
      ...(order.note ? [paperNote(words.note, order.note)] : []),
    ],
  };
};
