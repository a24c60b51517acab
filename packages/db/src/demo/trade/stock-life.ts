import { minor } from '@tradeline/domain/money';
import type { InferInsertModel } from 'drizzle-orm';
import type {
  binGoods,
  bins,
  stockAdjustmentLines,
  stockAdjustments,
  stockCountLines,
  stockCounts,
  stockTransferLines,
  stockTransfers,
} from '../../schema/index.ts';
import type { Catalogue } from '../catalogue/build.ts';
import { at, DAY, HOUR } from '../clock.ts';
import { idsFrom } from '../ids.ts';
import type { Team } from '../people/staff.ts';
import { randomFrom } from '../random.ts';
import type { StockBook, WarehouseRow } from './stock-book.ts';

export type StockLife = {
  readonly adjustments: InferInsertModel<typeof stockAdjustments>[];
  readonly adjustmentLines: InferInsertModel<typeof stockAdjustmentLines>[];
  readonly counts: InferInsertModel<typeof stockCounts>[];
  readonly countLines: InferInsertModel<typeof stockCountLines>[];
  readonly transfers: InferInsertModel<typeof stockTransfers>[];
  readonly transferLines: InferInsertModel<typeof stockTransferLines>[];
  readonly bins: InferInsertModel<typeof bins>[];
  readonly binGoods: InferInsertModel<typeof binGoods>[];
};
type Options = {
  readonly seed: number;
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly team: Team;
  readonly book: StockBook;
  readonly warehouses: readonly WarehouseRow[];
};

/** What goes on in the warehouses today: goods set aside, a transfer on its way, a count half done, a write-off that waits. */
export const liveInStock = ({ seed, now, catalogue, team, book, warehouses }: Options): StockLife => {
  const [ids, random] = [idsFrom(seed, 'stock-life'), randomFrom(seed, 'stock-life')];
  const life: StockLife = {
    ...{ adjustments: [], adjustmentLines: [], counts: [], countLines: [] },
    ...{ transfers: [], transferLines: [], bins: [], binGoods: [] },
  };
  const keeper = (site: number) => team.keeperOf(site);
  const actor = (site: number) => `staff:${keeper(site).id}`;
  const plenty = (site: number, units: number) =>
    random.shuffle(catalogue.skus).filter(({ index }) => book.available(site, index) > units);
  const place = (site: number): string => warehouses[site]!.id;

  /** Document `number` of a kind whose numbers the shop has not reached yet. */
  const adjust = (
    number: string,
    site: number,
    ago: number,
    {
      kind,
      reason,
      note,
      state,
    }: { kind: 'adjust' | 'quarantine'; reason: string; note: string; state: 'booked' | 'pending' },
    lines: readonly { index: number; quantity: number }[],
  ): void => {
    const id = ids(now - ago);
    const rows = lines.map(({ index, quantity }) => ({ sku: catalogue.skus[index]!.row, index, quantity }));
    life.adjustments.push({
      ...{ id, number, warehouseId: place(site), reason, note, state },
      value: minor(rows.reduce((sum, { sku, quantity }) => sum + Math.abs(quantity) * (sku.cost ?? 0), 0)),
      ...{ requestedBy: keeper(site).id, requestedByName: keeper(site).name, requestedAt: at(now - ago) },
    });
    for (const { sku, index, quantity } of rows) {
      life.adjustmentLines.push({ adjustmentId: id, skuId: sku.id, kind, quantity, unitCost: minor(sku.cost ?? 0) });
      const cause = { type: 'adjustment', id: number, actor: actor(site), at: now - ago, reason: `${reason}: ${note}` };
      if (state === 'booked') book.move(site, index, kind, quantity, cause);
    }
  };
  adjust(
    'ADJ-90001',
    0,
    2 * DAY,
    { kind: 'quarantine', reason: 'damage', note: '外箱进水，待质检', state: 'booked' },
    plenty(0, 30)
      .slice(0, 5)
      .map(({ index }) => ({ index, quantity: random.int(2, 8) })),
  );
  adjust(
    'ADJ-90002',
    1,
    DAY,
    { kind: 'adjust', reason: 'found', note: '整理货架时发现', state: 'booked' },
    plenty(1, 10)
      .slice(0, 2)
      .map(({ index }) => ({ index, quantity: random.int(1, 3) })),
  );
  adjust(
    'ADJ-90003',
    0,
    3 * HOUR,
    { kind: 'adjust', reason: 'damage', note: '叉车碰倒整托，已拍照', state: 'pending' },
    plenty(0, 60)
      .slice(0, 3)
      .map(({ index }) => ({ index, quantity: -random.int(20, 40) })),
  );

  const transfer = (
    number: string,
    [from, to]: readonly [number, number],
    ago: number,
    state: 'draft' | 'in-transit' | 'received',
  ): void => {
    const id = ids(now - ago);
    const note = state === 'draft' ? '周末补货' : '';
    const created = at(now - ago);
    life.transfers.push({
      ...{
        id,
        number,
        fromId: place(from),
        toId: place(to),
        state,
        note,
        createdByName: keeper(from).name,
        createdAt: created,
      },
      sentByName: state === 'draft' ? null : keeper(from).name,
      sentAt: state === 'draft' ? null : at(now - ago + HOUR),
      receivedByName: state === 'received' ? keeper(to).name : null,
      receivedAt: state === 'received' ? at(now - ago + 2 * DAY) : null,
      receipts: state === 'received' ? 1 : 0,
      expectedOn: at(now - ago + 3 * DAY).slice(0, 10),
    });
    for (const { index, row } of plenty(from, 40).slice(0, 6)) {
      const step = row.multiple ?? 1;
      const quantity = Math.max(step, Math.floor(random.int(8, 20) / step) * step);
      if (quantity > book.available(from, index)) continue;
      const lost = state === 'received' && life.transferLines.length % 4 === 0 ? 1 : 0;
      const received = state === 'received' ? quantity - lost : 0;
      life.transferLines.push({ transferId: id, skuId: row.id, quantity, received, lost });
      if (state === 'draft') continue;
      const cause = { type: 'transfer', id: number, actor: actor(from), at: now - ago + HOUR };
      book.move(from, index, 'transfer-out', quantity, cause, to);
      const came = { ...cause, actor: actor(to), at: now - ago + 2 * DAY };
      if (received > 0) book.move(to, index, 'transfer-in', received, came, from);
      if (lost > 0) book.move(to, index, 'transfer-loss', lost, { ...came, reason: '途中破损' }, from);
    }
  };
  transfer('TRF-90001', [0, 1], 9 * DAY, 'received');
  transfer('TRF-90002', [0, 2], DAY, 'in-transit');
  transfer('TRF-90003', [1, 0], 5 * HOUR, 'draft');

  // Two zones of shelves in the main warehouse; the goods of a shelf lie side by side in the catalogue.
  const shelves = catalogue.skus.filter(({ index }) => book.of(0, index).onHand > 0).slice(0, 120);
  for (let at10 = 0; at10 < shelves.length; at10 += 5) {
    const n = at10 / 5;
    const [zone, id] = [n < 12 ? 'A' : 'B', ids(now)];
    life.bins.push({
      id,
      warehouseId: place(0),
      zone,
      code: `${zone}-${String(Math.floor(n / 4) + 1).padStart(2, '0')}-${(n % 4) + 1}`,
    });
    for (const { row } of shelves.slice(at10, at10 + 5)) life.binGoods.push({ binId: id, skuId: row.id });
  }

  const count = (number: string, ago: number, blind: boolean, lines: typeof shelves, counted: number): void => {
    const id = ids(now - ago);
    life.counts.push({
      ...{ id, number, warehouseId: place(0), scope: 'cyclic', blind, state: 'open' },
      ...{ startedBy: keeper(0).id, startedByName: keeper(0).name, startedAt: at(now - ago) },
    });
    for (const [position, { index, row }] of lines.entries()) {
      const { onHand, reserved, allocated } = book.of(0, index);
      const done = position < counted;
      life.countLines.push({
        ...{ countId: id, skuId: row.id, position: position + 1 },
        counted: done ? Math.max(0, onHand + (position % 4 === 1 ? -1 : 0)) : null,
        bookOnHand: done ? onHand : null,
        bookReserved: done ? reserved : null,
        bookAllocated: done ? allocated : null,
        countedBy: done ? keeper(0).id : null,
        countedByName: done ? keeper(0).name : null,
        countedAt: done ? at(now - ago + position * 60_000) : null,
      });
    }
  };
  count('CNT-90001', 2 * HOUR, false, shelves.slice(0, 20), 9);
  return life;
};
