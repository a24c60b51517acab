import type { Catalogue } from '../catalogue/build.ts';
import { DAY, HOUR } from '../clock.ts';
import type { Team } from '../people/staff.ts';
import { randomFrom } from '../random.ts';
import type { Schedule } from './schedule.ts';
import type { StockBook } from './stock-book.ts';

export type UpkeepOptions = {
  readonly seed: number;
  readonly opened: number;
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly team: Team;
  readonly book: StockBook;
  readonly schedule: Schedule;
  readonly sites: number;
};

/** Monthly counts that find a few units more or less, breakage, and goods moved to the site that runs short. */
export const startUpkeep = ({ seed, opened, now, catalogue, team, book, schedule, sites }: UpkeepOptions): void => {
  const random = randomFrom(seed, 'upkeep');
  const actor = (site: number) => `staff:${team.keeperOf(site).id}`;
  let documents = 500;

  const count = (site: number) => (at: number) => {
    const id = `COUNT-${++documents}`;
    for (const { index } of random.shuffle(catalogue.skus).slice(0, 24)) {
      const change = random.pick([-2, -1, -1, 1, 1, 2]);
      if (book.available(site, index) + change > 0)
        book.move(site, index, 'count', change, {
          type: 'stock-count',
          id,
          actor: actor(site),
          at,
          reason: '月度盘点',
        });
    }
    if (at + 30 * DAY < now) schedule.add(at + 30 * DAY, count(site));
  };

  const breakage = (at: number) => {
    const [site, { index }] = [random.int(0, sites - 1), random.pick(catalogue.skus)];
    const units = Math.min(random.int(1, 4), book.available(site, index));
    if (units > 0)
      book.move(site, index, 'adjust', -units, {
        type: 'adjustment',
        id: `ADJ-${++documents}`,
        actor: actor(site),
        at,
        reason: random.pick(['运输破损', '受潮报废', '样品领用']),
      });
    if (at + 4 * DAY < now) schedule.add(at + random.int(2, 5) * DAY, breakage);
  };

  const transfer = (at: number) => {
    for (const { index, row } of random.shuffle(catalogue.skus).slice(0, 60)) {
      const free = Array.from({ length: sites }, (_, site) => book.available(site, index));
      const [from, to] = [free.indexOf(Math.max(...free)), free.indexOf(Math.min(...free))];
      const units = Math.floor(free[from]! / 4 / row.multiple!) * row.multiple!;
      if (from === to || free[to]! >= row.minQuantity! || units < row.minQuantity!) continue;
      const cause = { type: 'transfer', id: `TRF-${++documents}` };
      book.move(from, index, 'transfer-out', units, { ...cause, actor: actor(from), at }, to);
      book.move(to, index, 'transfer-in', units, { ...cause, actor: actor(to), at: at + 1 }, from);
    }
    if (at + 7 * DAY < now) schedule.add(at + 7 * DAY, transfer);
  };

  for (let site = 0; site < sites; site++) schedule.add(opened + (20 + site) * DAY + 20 * HOUR, count(site));
  schedule.add(opened + 5 * DAY + 16 * HOUR, breakage);
  schedule.add(opened + 12 * DAY + 10 * HOUR, transfer);
};
