import type { ReplenishmentItem } from '@tradeline/domain/forecast';
import { type CsvRow, readCsv } from './csv.ts';

/** One line of what is to be replenished, without its forecast. */
export type StockRow = Omit<ReplenishmentItem, 'forecast'> & { readonly skuId: string; readonly siteId: string };

const LIMITS: Readonly<Record<string, (n: number) => boolean>> = {
  carton: (n) => Number.isSafeInteger(n) && n > 0,
  minimum: (n) => Number.isSafeInteger(n) && n > 0,
  service: (n) => n > 0 && n < 1,
};
const isAmount = (n: number): boolean => n >= 0;

const COLUMNS = [
  'available',
  'on_order',
  'arrives_in',
  'lead_time',
  'lead_time_sd',
  'review',
  'carton',
  'minimum',
  'service',
  'lot_periods',
] as const;
type Numbers = Partial<Record<(typeof COLUMNS)[number], number>>;

/**
 * Reads `sku,warehouse,available,on_order,arrives_in,lead_time,lead_time_sd,review,carton,minimum,service,lot_periods`;
 * times in periods of the series, `service` the share of cycles without a shortage. Blank means none (service 0.95, one period's lot).
 */
export const readStock = (
  path: string,
): { readonly rows: readonly StockRow[]; readonly problems: readonly string[] } => {
  const problems: string[] = [];
  const rows = readCsv(path).flatMap((row: CsvRow, at): StockRow[] => {
    const numbers: Numbers = {};
    for (const column of COLUMNS) {
      const text = row[column] ?? '';
      if (text === '') continue;
      const value = Number(text);
      if (Number.isFinite(value) && (LIMITS[column] ?? (column === 'available' ? Number.isFinite : isAmount))(value))
        numbers[column] = value;
      else problems.push(`${path} row ${at + 2}: ${column} cannot be ${JSON.stringify(text)}`);
    }
    if (numbers.lead_time === undefined) {
      problems.push(`${path} row ${at + 2}: lead_time is missing`);
      return [];
    }
    return [
      {
        skuId: row.sku ?? '',
        siteId: row.warehouse ?? '',
        available: numbers.available ?? 0,
        onOrder: numbers.on_order ? [{ period: numbers.arrives_in ?? 0, quantity: numbers.on_order }] : [],
        leadTime: numbers.lead_time,
        leadTimeSd: numbers.lead_time_sd,
        reviewPeriod: numbers.review,
        target: { kind: 'cycle', level: numbers.service ?? 0.95 },
        lot: { kind: 'periods', periods: numbers.lot_periods ?? 1 },
        rules: { carton: numbers.carton, minimum: numbers.minimum },
      },
    ];
  });
  return { rows, problems };
};
