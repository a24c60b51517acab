import { type Minor, minor } from '@tradeline/domain/money';
import type { Catalogue } from '../catalogue/build.ts';
import { HOUR } from '../clock.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { Team } from '../people/staff.ts';
import type { buildSuppliers } from '../people/suppliers.ts';
import type { buildPrices } from '../prices.ts';
import { randomFrom } from '../random.ts';
import { noRows } from './rows.ts';
import { openStockBook, type WarehouseRow } from './stock-book.ts';

export type YearOptions = {
  readonly seed: number;
  readonly opened: number;
  readonly now: number;
  readonly scale: number;
  readonly catalogue: Catalogue;
  readonly suppliers: ReturnType<typeof buildSuppliers>;
  readonly team: Team;
  readonly customers: readonly DemoCustomer[];
  readonly prices: ReturnType<typeof buildPrices>;
  readonly warehouses: readonly WarehouseRow[];
};

export const runYear = (options: YearOptions) => {
  const { seed, opened, catalogue, warehouses, team } = options;
  const random = randomFrom(seed, 'trade');
  const book = openStockBook(catalogue, warehouses);
  for (const sku of catalogue.skus)
    for (const [site] of warehouses.entries()) {
      const units = sku.row.minQuantity! * random.int(4, 40);
      book.of(site, sku.index).safety = Math.round(units / 8);
      book.move(
        site,
        sku.index,
        'receive',
        { onHand: units },
        { type: 'opening', id: 'opening', actor: `staff:${team.first('purchasing').id}`, at: opened + HOUR },
      );
    }
  return {
    ...noRows(),
    stock: book.rows(),
    stockEntries: book.entries,
    creditUsed: (_companyId: string): Minor => minor(0),
    lastNumbers: { order: 100_000, shipment: 100_000 },
  };
};
