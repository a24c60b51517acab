import { toast } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { useRef, useState } from 'react';
import { type Cell, csv, saveFile } from '../../lib/csv.ts';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { StockRow } from './stock-columns.tsx';
import { type StockSearch, stockInput } from './stock-search.ts';

const PAGE = 100;

/** Writes what the list finds into a CSV file, page after page, with a count on the way and a stop; each SKU stands in it once. */
export const useStockExport = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const nameOf = useGoodsName();
  const utils = trpc.useUtils();
  const [progress, setProgress] = useState<{ done: number; count: number }>();
  const stopped = useRef(false);
  const cells = (rows: readonly StockRow[]): Cell[][] => [
    [
      ...[t.stock_item(), t.stock_goods(), t.stock_unit(), t.stock_available(), t.stock_on_hand()],
      ...[t.stock_reserved(), t.stock_allocated(), t.stock_quarantine(), t.stock_transit(), t.stock_safety()],
    ],
    ...rows.map((row): Cell[] => [
      ...[row.itemNumber, nameOf(row), say(row.unit), row.available, row.onHand],
      ...[row.reserved, row.allocated, row.quarantine, row.inTransitIn, row.safety],
    ]),
  ];
  const exportAll = async (search: StockSearch) => {
    stopped.current = false;
    const found = new Map<string, StockRow>();
    try {
      for (let page = 1; !stopped.current; page++) {
        const { rows, total } = await utils.client.stock.list.query({ ...stockInput(search), page, size: PAGE });
        for (const row of rows) found.set(row.skuId, row);
        setProgress({ done: Math.min(found.size, total), count: total });
        if (rows.length < PAGE) break;
      }
      if (stopped.current) return;
      saveFile(`${t.stock_export_file()}-${shopDay(Date.now())}.csv`, csv(cells([...found.values()])));
      toast.success(t.stock_export_done({ count: found.size }));
    } catch (error) {
      toast.error(problemText(error, words));
    } finally {
      setProgress(undefined);
    }
  };
  return {
    progress,
    exportAll,
    stop: () => {
      stopped.current = true;
    },
  };
};
