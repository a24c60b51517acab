import type { ShortReason, ShortRest } from '@tradeline/domain/fulfilment';
import type { Instant } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { chargedAmount, closedRest, openUnits } from '@tradeline/domain/order';
import { HOUR, at as instantAt } from '../clock.ts';
import type { Actors } from './actors.ts';
import type { Hold, Journey } from './journey.ts';
import { ledgerName } from './journey.ts';
import type { Journeys } from './journeys.ts';
import type { TradeRows } from './rows.ts';
import type { StockBook } from './stock-book.ts';

/** Units that a picker did not find, by what is held of the line. */
export type ShortUnits = { units: number; reason: ShortReason; rest: ShortRest; at: Instant };
export type Shorts = ReadonlyMap<string, ShortUnits>;
type Context = { book: StockBook; rows: Pick<TradeRows, 'orderEvents'>; actors: Actors; now: number };

/** The list that is walked when the company opens is one of the first warehouse. */
const SITE = 0;
const words: readonly (readonly [ShortReason, ShortRest, string])[] = [
  ['damaged', 'close', '破损：外箱进水'],
  ['missing', 'owe', '找不到：货架上没有'],
];

/** What the warehouse could not send this morning: goods that are owed, and an order whose rest was closed for good. */
export const standingRests = ({ journeys, run, newId }: Journeys, context: Context): Shorts => {
  const waiting = journeys.filter(
    ({ facts, shipments, holds }) =>
      facts.approval === 'picking' &&
      shipments.size === 0 &&
      holds.every(({ row }) => row.state === 'allocated' && row.picked === 0),
  );
  const partly = waiting.findLast(
    ({ holds, facts }) => holds.length > 1 && facts.money.terms !== 'prepaid' && chargedAmount(facts) === 0,
  );
  if (partly) closeRestOf(partly, { run, newId }, context);
  const shorts = new Map<string, ShortUnits>();
  const lines = waiting
    .filter((journey) => journey !== partly)
    .flatMap((journey) => journey.holds.map((hold) => ({ journey, hold })))
    .filter(({ hold }) => hold.site === SITE && hold.row.quantity > 1);
  const free = ({ hold }: (typeof lines)[number]): number => context.book.everywhere(hold.wish.sku.index);
  for (const [turn, [reason, rest, comment]] of words.entries()) {
    const open = lines.filter(({ hold }) => !shorts.has(hold.row.id)).toSorted((a, b) => free(a) - free(b));
    // Goods that are owed are served as soon as some lie free: of the scarcest they stay owed for longest.
    const line = rest === 'owe' ? open[0] : open.at(-1);
    if (!line) continue;
    const { journey, hold } = line;
    const keeper = context.actors.keepers[SITE]!;
    const at = context.now - (2 - turn) * 0.4 * HOUR;
    // Only of an order of which something has left can the rest be closed; a small company keeps one that is picked whole.
    const other = journey.holds.find((one) => one !== hold && one.row.state === 'allocated');
    if (rest === 'close' && other && waiting.length > 2) send(journey, other, { run, newId }, context, at - HOUR / 4);
    const units = Math.max(1, Math.floor(hold.row.quantity / 3));
    run(journey, { action: 'short-pick', comment, lines: [{ lineId: hold.lineId, quantity: units }] }, keeper, at);
    const cause = { type: 'order-step', id: `${journey.id}:${journey.facts.version}`, actor: ledgerName(keeper), at };
    context.book.move(SITE, hold.wish.sku.index, 'quarantine', units, { ...cause, reason: `PL-100000: ${reason}` });
    shorts.set(hold.row.id, { units, reason, rest, at: instantAt(at) });
  }
  return shorts;
};

/** One line of an order leaves by itself. */
const send = (
  journey: Journey,
  { lineId, site, wish }: Hold,
  { run, newId }: Pick<Journeys, 'run' | 'newId'>,
  { actors }: Context,
  at: number,
): void => {
  const parcel = { site, carrier: '顺丰速运', trackingNumber: `SF40202600${journey.number.slice(2)}` };
  const lines = [{ lineId, quantity: wish.quantity }];
  const command = { action: 'ship' as const, shipmentId: newId(at), lines, checks: { credit: true } };
  run(journey, command, actors.keepers[site]!, at, parcel);
};

/** The first line leaves, the others were discontinued. */
const closeRestOf = (journey: Journey, by: Pick<Journeys, 'run' | 'newId'>, context: Context): void => {
  const { rows, actors, now } = context;
  send(journey, journey.holds[0]!, by, context, now - HOUR);
  const { facts, priced } = journey;
  const rest = closedRest(
    facts.lines.map((line, i) => {
      const { quantity, gross, discount, net, tax, taxRate } = priced.lines[i]!;
      return {
        ...{ lineId: line.lineId, quantity, gross, paid: net, refunded: 0, open: openUnits(line) },
        ...{ discount, net, tax: tax.tax, taxRate },
      };
    }),
  );
  const total = { before: facts.money.total, after: minor(facts.money.total - rest.amount) };
  const command = { action: 'close-rest' as const, total: total.after, points: 0, comment: '厂家停产，客户已同意' };
  by.run(journey, command, actors.reviewers[0]!, now - HOUR / 2);
  journey.closed = rest.lines;
  const told = rest.lines.map(({ lineId, units, net }) => {
    const { row, product } = journey.holds.find((hold) => hold.lineId === lineId)!.wish.sku;
    const { itemNumber, unit } = row;
    return { lineId, itemNumber, name: product.row.name, options: null, unit, units, amount: net };
  });
  Object.assign(rows.orderEvents.at(-1)!.facts as object, { closed: { lines: told, total, points: 0, paidBack: [] } });
};
