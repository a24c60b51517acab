import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { readBlock } from './paste-block.ts';
import type { Wanted } from './use-draft.ts';

export type PasteReport = { taken: number; unread: string[]; unknown: string[] };
/** Rows that one paste may hold. */
const LIMIT = 2_000;

/** Reads a pasted block, finds its goods by item number, and hands over what was found; the rest is reported, line by line. */
export const usePaste = (onWanted: (wanted: Wanted[]) => Promise<void>) => {
  const words = useWords();
  const utils = trpc.useUtils();
  const [report, setReport] = useState<PasteReport>();
  const paste = async (text: string): Promise<void> => {
    const { rows, unread } = readBlock(text);
    if (rows.length > LIMIT) {
      toast.error(words.t.prices_paste_limit({ limit: words.quantity(LIMIT), count: words.quantity(rows.length) }));
      return;
    }
    try {
      const found = await utils.client.prices.findSkus.query({ itemNumbers: rows.map((row) => row.itemNumber) });
      const byNumber = new Map(found.map((sku) => [sku.itemNumber.toUpperCase(), sku.id]));
      const wanted = new Map<string, Wanted>();
      const unknown: string[] = [];
      for (const { itemNumber, minQuantity, priceE4 } of rows) {
        const skuId = byNumber.get(itemNumber.toUpperCase());
        if (skuId) wanted.set(`${skuId} ${minQuantity}`, { skuId, minQuantity, afterE4: priceE4 });
        else unknown.push(itemNumber);
      }
      if (wanted.size > 0) await onWanted([...wanted.values()]);
      setReport({ taken: wanted.size, unread, unknown });
    } catch (error) {
      toast.error(problemText(error, words));
    }
  };
  return { paste, report, close: () => setReport(undefined) };
};
