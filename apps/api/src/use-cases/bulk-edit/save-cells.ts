import { type Tx, transact } from '@tradeline/db';
import { type GoodsRow, goodsSheetStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { goodsFields, type Known, knownNames, readCell, type SheetField } from '@tradeline/domain/sheet';
import type { Deps } from '../../deps.ts';
import { valuesOf } from '../imports/goods-values.ts';
import type { ImportProblem } from '../imports/import-report.ts';
import { goodsPlan } from '../imports/plan-import.ts';
import { type ReadRow, refuseCell, type Values } from '../imports/read-cells.ts';
import { tellGoods, writeGoods } from '../imports/write-goods.ts';

/** What somebody typed into the cells of a SKU, and the version of the product that he saw. */
export type RowEdit = { skuId: string; version: number; cells: Record<string, string> };
export type RowOutcome =
  | { skuId: string; state: 'saved'; version: number }
  /** Somebody else saved the product since; `values` are what holds now. */
  | { skuId: string; state: 'conflict'; version: number; values: Values }
  | { skuId: string; state: 'rejected'; problems: ImportProblem[] }
  | { skuId: string; state: 'gone' };
type Actor = { type: string; id: string; name: string };

const fields: readonly SheetField[] = goodsFields;
/** What names a row is no cell to edit; options are made in the product's own screen. */
const FIXED: readonly string[] = ['itemNumber', 'productNumber', 'options'];
const TRIES = 4;

/** Saves what can be saved and says of each row what became of it: a bad row or an overtaken one holds up no other. */
export const saveCells = async (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  edits: readonly RowEdit[],
  mayCost: boolean,
): Promise<RowOutcome[]> => {
  for (let left = TRIES; left > 1; left--) {
    const saved = await saveOnce(db, actor, edits, mayCost);
    if (saved.ok) return saved.value;
  }
  return edits.map(({ skuId }) => ({ skuId, state: 'gone' }));
};

const saveOnce = (
  db: Deps['db'],
  actor: Actor,
  edits: readonly RowEdit[],
  mayCost: boolean,
): Promise<Result<RowOutcome[], 'moved-on'>> =>
  transact(db, async (tx) => {
    const stored = new Map(
      (
        await goodsSheetStore.bySkuIds(
          tx,
          edits.map(({ skuId }) => skuId),
        )
      ).map((row) => [row.skuId, row]),
    );
    const known = knownNames(await goodsSheetStore.names(tx));
    const read = new Map<string, ReadRow>();
    for (const [at, edit] of edits.entries()) {
      const row = stored.get(edit.skuId);
      if (row && row.version === edit.version) read.set(edit.skuId, readEdit(edit, row, at + 1, known, mayCost));
    }
    const { goods } = await goodsPlan(tx, [...read.values()], known);
    if (!(await writeGoods(tx, goods, { actor, action: 'product.bulk-edit', reason: '' })))
      return err('moved-on' as const);
    await tellGoods(tx, 'product.bulk-edit', goods.audit.length);
    return ok(await outcomes(tx, edits, stored, read));
  });

const readEdit = (edit: RowEdit, row: GoodsRow, at: number, known: Known, mayCost: boolean): ReadRow => {
  const read: ReadRow = { row: at, item: row.itemNumber, values: {}, found: edit.cells, problems: [] };
  for (const field of fields) {
    const text = edit.cells[field.key];
    if (text === undefined || FIXED.includes(field.key) || (field.cost && !mayCost)) continue;
    if (text.trim() === '') {
      if (field.clears) read.values[field.key] = null;
      else refuseCell(read, field.key, { kind: 'empty' });
      continue;
    }
    const cell = readCell(field, text, known);
    if (cell.ok) read.values[field.key] = cell.value;
    else refuseCell(read, field.key, cell.error);
  }
  return read;
};

const outcomes = async (
  tx: Tx,
  edits: readonly RowEdit[],
  stored: ReadonlyMap<string, GoodsRow>,
  read: ReadonlyMap<string, ReadRow>,
): Promise<RowOutcome[]> => {
  const now = new Map((await goodsSheetStore.bySkuIds(tx, [...read.keys()])).map((row) => [row.skuId, row.version]));
  return edits.map(({ skuId }): RowOutcome => {
    const [row, mine] = [stored.get(skuId), read.get(skuId)];
    if (!row) return { skuId, state: 'gone' };
    if (!mine) return { skuId, state: 'conflict', version: row.version, values: valuesOf(row) };
    if (mine.problems.length > 0) return { skuId, state: 'rejected', problems: mine.problems };
    return { skuId, state: 'saved', version: now.get(skuId) ?? row.version };
  });
};
