import { goodsSheetStore } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import { narrowForStaff, type StaffFilter } from '../catalog/search/narrow-for-staff.ts';
import { valuesOf } from '../imports/goods-values.ts';
import type { Values } from '../imports/read-cells.ts';

export type CellRow = { skuId: string; productId: string; version: number; values: Values };
/** As many as a person can edit at once and a browser can hold. */
export const MOST_ROWS = 5_000;

/** The SKUs of a filter as rows of a grid, up to `MOST_ROWS`, with how many there are. */
export const viewCells = async (
  { db, search }: Pick<Deps, 'db' | 'search'>,
  wanted: StaffFilter,
  mayCost: boolean,
): Promise<{ rows: CellRow[]; total: number }> => {
  const filter = await narrowForStaff({ search }, wanted);
  const rows = await goodsSheetStore.page(db, filter, '', MOST_ROWS);
  return {
    total: rows.length < MOST_ROWS ? rows.length : await goodsSheetStore.count(db, filter),
    rows: rows.map((row) => {
      const { cost, ...values } = valuesOf(row);
      return {
        skuId: row.skuId,
        productId: row.productId,
        version: row.version,
        values: mayCost ? { ...values, cost } : values,
      };
    }),
  };
};
