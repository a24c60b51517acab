/** What was typed, by SKU and field, beside what is stored. */
export type Edits = ReadonlyMap<string, Readonly<Record<string, string>>>;
export type CellEdit = { skuId: string; key: string; before: string | undefined; after: string | undefined };
export type History = {
  edits: Edits;
  past: readonly (readonly CellEdit[])[];
  future: readonly (readonly CellEdit[])[];
};

export const noHistory: History = { edits: new Map(), past: [], future: [] };
const DEPTH = 200;

const apply = (edits: Edits, changes: readonly CellEdit[], side: 'before' | 'after'): Edits => {
  const next = new Map(edits);
  for (const change of changes) {
    const { [change.key]: _, ...others } = next.get(change.skuId) ?? {};
    const text = change[side];
    const row = text === undefined ? others : { ...others, [change.key]: text };
    if (Object.keys(row).length === 0) next.delete(change.skuId);
    else next.set(change.skuId, row);
  }
  return next;
};

/** Takes typed texts as one step; a text equal to what is stored is no edit. */
export const typed = (
  history: History,
  cells: readonly { skuId: string; key: string; text: string; stored: string }[],
): History => {
  const changes = cells.flatMap(({ skuId, key, text, stored }) => {
    const before = history.edits.get(skuId)?.[key];
    const after = text === stored ? undefined : text;
    return before === after ? [] : [{ skuId, key, before, after }];
  });
  if (changes.length === 0) return history;
  return { edits: apply(history.edits, changes, 'after'), past: [...history.past, changes].slice(-DEPTH), future: [] };
};

export const undone = (history: History): History => {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    edits: apply(history.edits, last, 'before'),
    past: history.past.slice(0, -1),
    future: [...history.future, last],
  };
};

export const redone = (history: History): History => {
  const next = history.future.at(-1);
  if (!next) return history;
  return {
    edits: apply(history.edits, next, 'after'),
    past: [...history.past, next],
    future: history.future.slice(0, -1),
  };
};

/** What was saved is stored now; the steps that led there cannot be taken back. */
export const settled = (history: History, saved: ReadonlyMap<string, Readonly<Record<string, string>>>): History => {
  const edits = new Map(history.edits);
  for (const [skuId, cells] of saved) {
    const left = Object.fromEntries(
      Object.entries(edits.get(skuId) ?? {}).filter(([key, text]) => cells[key] !== text),
    );
    if (Object.keys(left).length === 0) edits.delete(skuId);
    else edits.set(skuId, left);
  }
  return { edits, past: [], future: [] };
};
