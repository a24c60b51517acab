import type { Cell } from '@tradeline/ui/csv';
import { optionText } from '../../lib/goods.ts';
import type { Bilingual } from '../../lib/i18n.tsx';
import { stockSentence } from '../../lib/stock-text.tsx';
import type { Words } from '../../lib/words.ts';
import type { List } from './list-page.tsx';

/** A list as a table for a spreadsheet, as its owner sees it today: no price where he is told none. */
export const csvRows = (list: List, words: Words, say: (text: Bilingual) => string): Cell[][] => {
  const { t } = words;
  return [
    [
      t.lists_column_item(),
      t.lists_column_name(),
      t.lists_column_options(),
      t.lists_column_quantity(),
      t.lists_column_unit(),
      t.lists_column_price(),
      t.lists_column_stock(),
    ],
    ...list.items.map((item): Cell[] => [
      item.itemNumber,
      say(item.productName),
      optionText(item.axes, item.options, say),
      item.quantity ?? '',
      say(item.unit),
      item.offered?.price ? item.offered.price.unitPriceE4 / 10_000 : '',
      item.offered ? stockSentence(item.offered.stock, say(item.unit), words) : t.lists_gone(),
    ]),
  ];
};
