import { goodsSheetStore, listSheetStore, type ProductFilter } from '@tradeline/db/stores';
import {
  decimalText,
  type Known,
  knownNames,
  type SheetField,
  type SheetKind,
  sheetFields,
  writeCell,
} from '@tradeline/domain/sheet';
import type { Deps } from '../../deps.ts';
import { type Cell, type SheetFormat, writeSheet } from '../../sheets/write-sheet.ts';
import { narrowForStaff, type StaffFilter } from '../catalog/search/narrow-for-staff.ts';
import { valuesOf } from '../imports/goods-values.ts';

export type ExportRequest = {
  sheet: SheetKind;
  format: SheetFormat;
  language: 'zh' | 'en';
  filter: StaffFilter;
  mayCost: boolean;
};
export type ExportResult = { file: string; rows: number; bytes: number };
type Step = (done: number, total: number) => Promise<void>;

const PAGE = 1_000;

/** Writes goods, prices or stock into a file that can be imported again, page by page: memory does not grow with them. */
export const runExport = async (
  { db, storage, search }: Pick<Deps, 'db' | 'storage' | 'search'>,
  request: ExportRequest,
  { jobId, step }: { jobId: string; step: Step },
): Promise<ExportResult> => {
  const fields = sheetFields[request.sheet].filter(({ cost }) => !cost || request.mayCost);
  const filter = await narrowForStaff({ search }, request.filter);
  const header = fields.map((field) => field[request.language]);
  let rows = 0;
  async function* counted(): AsyncGenerator<Cell[]> {
    for await (const row of sources[request.sheet](db, { language: request.language, filter }, fields, step)) {
      rows += 1;
      yield row;
    }
  }
  const file = `export-${jobId}.${request.format}`;
  const sheet = { name: request.sheet, header, widths: fields.map(widthOf) };
  const bytes = await storage.putParts('private', file, writeSheet(request.format, sheet, counted()));
  return { file, rows, bytes };
};

const widthOf = ({ kind }: SheetField): number => (kind.as === 'text' ? Math.min(40, 12 + kind.most / 10) : 14);

type Source = (
  db: Deps['db'],
  wanted: Pick<ExportRequest, 'language'> & { filter: ProductFilter },
  fields: readonly SheetField[],
  step: Step,
) => AsyncGenerator<Cell[]>;

const sources: Record<SheetKind, Source> = {
  goods: async function* (db, { filter, language }, fields, step) {
    const known: Known = knownNames(await goodsSheetStore.names(db));
    const total = await goodsSheetStore.count(db, filter);
    let [after, done] = ['', 0];
    for (;;) {
      await step(done, total);
      const page = await goodsSheetStore.page(db, filter, after, PAGE);
      for (const row of page) {
        const values = valuesOf(row);
        yield fields.map((field) => writeCell(field, values[field.key], known, language));
      }
      done += page.length;
      after = page.at(-1)?.itemNumber ?? after;
      if (page.length < PAGE) return;
    }
  },
  prices: async function* (db, { filter }, _, step) {
    for await (const after of pages(db, step))
      for (const row of await listSheetStore.pricePage(db, filter, undefined, after, PAGE))
        yield [row.itemNumber, row.list, row.minQuantity, Number(decimalText(row.unitPriceE4, 4))];
  },
  stock: async function* (db, { filter }, _, step) {
    for await (const after of pages(db, step))
      for (const row of await listSheetStore.stockPage(db, filter, after, PAGE))
        yield [row.itemNumber, row.warehouse, row.onHand];
  },
};

/** The item number behind which each page of all SKUs begins. */
async function* pages(db: Deps['db'], step: Step): AsyncGenerator<string> {
  const total = await goodsSheetStore.count(db, {});
  let after: string | undefined = '';
  for (let done = 0; after !== undefined; done += PAGE) {
    await step(Math.min(done, total), total);
    yield after;
    after = await listSheetStore.pageEnd(db, after, PAGE);
  }
}
