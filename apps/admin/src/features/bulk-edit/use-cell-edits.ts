import type { Known } from '@tradeline/domain/sheet';
import { productKeys } from '@tradeline/domain/sheet';
import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { type Edits, type History, noHistory, settled } from './edits.ts';
import { type GridRow, savedValues } from './grid-cells.ts';

const BATCH = 500;

/** Rows with edits in parts of at most 500; the SKUs of a product stay together, as they share one version. */
const batches = (rows: readonly GridRow[], edits: Edits): GridRow[][] => {
  const products = Map.groupBy(
    rows.filter(({ skuId }) => edits.has(skuId)),
    ({ productId }) => productId,
  );
  const parts: GridRow[][] = [[]];
  for (const own of products.values()) {
    const part = parts.at(-1) as GridRow[];
    if (part.length > 0 && part.length + own.length > BATCH) parts.push([...own]);
    else part.push(...own);
  }
  return parts.filter((part) => part.length > 0);
};

/** What is typed and not saved yet, and the saving of it: nothing typed is ever lost to an answer. */
export const useCellEdits = (known: Known) => {
  const words = useWords();
  const { client } = trpc.useUtils();
  const [rows, setRows] = useState<readonly GridRow[]>([]);
  const [history, setHistory] = useState<History>(noHistory);
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map());
  const [saving, setSaving] = useState(false);

  const take = (
    part: readonly GridRow[],
    outcomes: Awaited<ReturnType<typeof client.bulkEdit.save.mutate>>['outcomes'],
    sent: Edits,
  ): number => {
    const saved = new Map<string, Readonly<Record<string, string>>>();
    const versions = new Map<string, number>();
    const shared = new Map<string, Record<string, unknown>>();
    const fresh = new Map<string, { version: number; values: GridRow['values'] }>();
    const told = new Map<string, string>();
    for (const outcome of outcomes) {
      const row = part.find(({ skuId }) => skuId === outcome.skuId);
      const cells = sent.get(outcome.skuId);
      if (!row || !cells) continue;
      if (outcome.state === 'saved') {
        saved.set(row.skuId, cells);
        versions.set(row.productId, outcome.version);
        const values = Object.entries(savedValues(cells, known)).filter(([key]) => productKeys.has(key));
        shared.set(row.productId, { ...shared.get(row.productId), ...Object.fromEntries(values) });
      } else if (outcome.state === 'conflict') {
        fresh.set(row.skuId, { version: outcome.version, values: outcome.values as GridRow['values'] });
        told.set(row.skuId, words.t.cells_conflict());
      } else if (outcome.state === 'gone') told.set(row.skuId, words.t.cells_gone());
    }
    setRows((old) =>
      old.map((row) => {
        const now = fresh.get(row.skuId);
        if (now) return { ...row, ...now };
        const version = versions.get(row.productId);
        if (version === undefined) return row;
        const own = saved.get(row.skuId);
        const values = { ...row.values, ...shared.get(row.productId), ...(own ? savedValues(own, known) : {}) };
        return { ...row, version, values: values as GridRow['values'] };
      }),
    );
    setHistory((old) => settled(old, saved));
    setMarks((old) => new Map([...[...old].filter(([id]) => !saved.has(id)), ...told]));
    return saved.size;
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    let done = 0;
    const sent = history.edits;
    try {
      for (const part of batches(rows, sent)) {
        const edits = part.map(({ skuId, version }) => ({ skuId, version, cells: { ...sent.get(skuId) } }));
        const { outcomes } = await client.bulkEdit.save.mutate({ edits });
        done += take(part, outcomes, sent);
      }
      const left = sent.size - done;
      if (done > 0) toast.success(words.t.cells_saved({ count: words.quantity(done) }));
      if (left > 0) toast.error(words.t.cells_left({ count: words.quantity(left) }));
    } catch (error) {
      toast.error(problemText(error, words));
    } finally {
      setSaving(false);
    }
  };
  return { rows, setRows, history, setHistory, marks, setMarks, saving, save };
};
