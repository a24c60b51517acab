import type { viewList } from '../use-cases/picking/change-list.ts';
import type { shopView } from '../use-cases/session/shop-view.ts';
import { barcode } from './barcode.ts';
import { momentText, quantityText, sayIn } from './figures.ts';
import { lotLine } from './lot-line.ts';
import { paperFacts, paperHead, paperSignatures, paperTable, paperTotals } from './paper.ts';
import { type PaperLanguage, paperWords } from './paper-words.ts';
import type { PdfDocument } from './pdf.ts';

type List = Extract<Awaited<ReturnType<typeof viewList>>, { ok: true }>['value'];

/** 拣货单 on paper: the stops in the order they are walked, with the box of each order, the lots to take and room to tick. */
export const pickListPaper = (
  list: List,
  shop: Awaited<ReturnType<typeof shopView>>,
  language: PaperLanguage,
): PdfDocument => {
  const words = paperWords[language];
  const say = sayIn(language);
  // What was not found, or is not wanted any more, is walked for by nobody.
  const askedOf = ({ quantity, dropped, short }: List['lines'][number]): number => quantity - dropped - short;
  const wanted = list.lines.filter((line) => askedOf(line) > 0);
  return {
    title: `${words.pickList} ${list.number}`,
    language,
    footer: `${say(shop.name)} · ${list.number}`,
    content: [
      paperHead(say(shop.name), say(list.warehouseName), words.pickList, `${words.number} ${list.number}`),
      { svg: barcode(list.number), width: 96, margin: [0, 0, 0, 10] },
      paperFacts(
        [[words.warehouse, say(list.warehouseName)]],
        [
          [words.madeAt, momentText(list.createdAt, shop.timeZone)],
          [words.madeBy, list.createdByName],
        ],
      ),
      paperTable(
        [
          { title: words.bin, width: 46 },
          { title: words.item, width: 70 },
          { title: words.goods, width: '*' },
          { title: words.box, width: 28, align: 'right' },
          { title: words.order, width: 56 },
          { title: words.quantity, width: 42, align: 'right' },
          { title: words.unit, width: 32 },
          { title: '✓', width: 20 },
        ],
        wanted.map((line) => [
          line.bin ?? line.zone ?? '—',
          line.itemNumber,
          [
            [
              say(line.name),
              ...line.axes.map(({ values, code }) => say(values.find((v) => v.code === line.options[code])?.name)),
            ]
              .filter(Boolean)
              .join(' '),
            ...line.take.map((lot) => lotLine(lot, words)),
          ]
            .filter(Boolean)
            .join('\n'),
          String(line.slot),
          line.orderNumber,
          quantityText(askedOf(line)),
          say(line.unit),
          '□',
        ]),
      ),
      paperTotals([[words.units, quantityText(list.units - list.short), true]]),
      paperSignatures([words.picker, words.checker, words.date]),
    ],
  };
};
