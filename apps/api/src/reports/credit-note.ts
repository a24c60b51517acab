import { amountText, momentText, quantityText, sayIn } from './figures.ts';
import { type OrderPaper, orderPaperHead } from './order-paper.ts';
import { paperFacts, paperNote, paperTable, paperTotals } from './paper.ts';
import { paperWords } from './paper-words.ts';
import type { PdfDocument } from './pdf.ts';

type Returned = {
  number: string;
  creditNote: string | null;
  settledAt: string | null;
  payout: {
    shares: readonly { lineId: string; units: number; amount: number }[];
    steps: readonly { what: 'goods' | 'shipping' | 'gifts-kept' | 'deduction'; amount: number }[];
    deductionReason: string | null;
  } | null;
  granted: number;
};

/** 红字单 of a refunded return: which units came back, what they brought, and the sum the customer owes less or gets back. */
export const creditNote = (paper: OrderPaper, found: Returned): PdfDocument => {
  const { order, shop, language } = paper;
  const words = paperWords[language];
  const say = sayIn(language);
  const steps = {
    goods: words.goodsAmount,
    shipping: words.shipping,
    'gifts-kept': words.giftsKept,
    deduction: words.deduction,
  };
  return {
    title: `${words.creditNote} ${found.creditNote ?? ''}`,
    language,
    footer: `${say(shop.name)} · ${found.creditNote ?? ''} · ${order.number}`,
    content: [
      orderPaperHead(paper, words.creditNote, found.creditNote ?? ''),
      paperFacts(
        [
          [words.customer, order.companyName],
          [words.customerNumber, order.companyNumber],
          [words.invoiceTitle, order.invoiceTitle?.title],
          [words.taxNumber, order.invoiceTitle?.taxNumber],
        ],
        [
          [words.order, order.number],
          [words.returned, found.number],
          [words.date, found.settledAt ? momentText(found.settledAt, shop.timeZone) : null],
        ],
      ),
      paperTable(
        [
          { title: words.line, width: 24 },
          { title: words.item, width: 100 },
          { title: words.goods, width: '*' },
          { title: words.quantity, width: 64, align: 'right' },
          { title: words.unit, width: 36 },
          { title: `${words.amount} (${order.currency})`, width: 80, align: 'right' },
        ],
        (found.payout?.shares ?? []).map(({ lineId, units, amount }, at) => {
          const line = order.lines.find(({ id }) => id === lineId);
          return [
            String(at + 1),
            line?.itemNumber ?? '',
            [say(line?.name), say(line?.optionText)].filter(Boolean).join(' '),
            quantityText(units),
            say(line?.unit),
            amountText(amount),
          ];
        }),
      ),
      paperTotals([
        ...(found.payout?.steps ?? []).map(({ what, amount }) => [steps[what], amountText(amount)] as const),
        [words.granted, `${order.currency} ${amountText(found.granted)}`, true],
      ]),
      ...(found.payout?.deductionReason ? [paperNote(words.note, found.payout.deductionReason)] : []),
    ],
  };
};
