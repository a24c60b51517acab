import { toast } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { useRef, useState } from 'react';
import { csv, saveFile } from '../../lib/csv.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { orderCells } from './export-orders.ts';
import type { OrderRow } from './order-columns.tsx';
import { type OrderSearch, ordersInput } from './order-search.ts';

const PAGE = 100;

/**
 * Writes orders into a CSV file, page after page, with a count on the way and a stop. Orders that arrive meanwhile move
 * the pages; each order still stands in the file once.
 */
export const useExport = () => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [progress, setProgress] = useState<{ done: number; count: number }>();
  const stopped = useRef(false);
  const save = (rows: readonly OrderRow[]) => {
    saveFile(`${t.export_file()}-${shopDay(Date.now())}.csv`, csv(orderCells(rows, words)));
    toast.success(t.export_done({ count: rows.length }));
  };
  const exportAll = async (search: OrderSearch) => {
    stopped.current = false;
    const found = new Map<string, OrderRow>();
    try {
      for (let page = 1; !stopped.current; page++) {
        const { rows, total } = await utils.client.orders.list.query({ ...ordersInput(search), page, size: PAGE });
        for (const row of rows) found.set(row.id, row);
        setProgress({ done: Math.min(found.size, total), count: total });
        if (rows.length < PAGE) break;
      }
      if (!stopped.current) save([...found.values()]);
    } catch (error) {
      toast.error(problemText(error, words));
    } finally {
      setProgress(undefined);
    }
  };
  return {
    progress,
    exportAll,
    exportRows: save,
    stop: () => {
      stopped.current = true;
    },
  };
};
