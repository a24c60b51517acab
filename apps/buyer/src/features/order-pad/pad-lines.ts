import { checkQuantity, firstAddition, type QuantityRefusal } from '@tradeline/domain/catalog';
import type { UnitPriceE4 } from '@tradeline/domain/money';
import { type AmountRefusal, inBaseUnits, type WrittenQuantity } from '@tradeline/domain/order-entry';
import { rulesOf } from '../../lib/goods.ts';
import type { Outputs } from '../../lib/trpc.ts';

type Read = Outputs['orderEntry']['read'];
export type PadGoods = Read['goods'][number];
type Suggested = Outputs['orderEntry']['suggest']['lines'][number];
type Item = Read['rows'][number]['items'][number];

/** One thing somebody asked for, with what he has decided about it since. */
export type PadLine = {
  key: string;
  /** The line as it was written. */
  source: string;
  reference: string;
  written: readonly WrittenQuantity[];
  confidence: Item['confidence'];
  by: Item['by'];
  skuIds: readonly string[];
  chosen?: string | undefined;
  /** In base units, once somebody typed it; until then what was written counts. */
  quantity?: number | undefined;
  typed?: boolean | undefined;
  skipped?: boolean | undefined;
  /** What one unit cost in the order this line comes from. */
  was?: UnitPriceE4 | undefined;
  /** Why it is suggested. */
  due?: Suggested | undefined;
};

/** A line that holds no goods: told, never dropped. */
export type PadWords = { key: string; line: number; source: string };

export type LineState =
  /** `assumed`: no amount was written, so it is the least that may be ordered, and the screen says so. */
  | { state: 'ready'; goods: PadGoods; quantity: number; assumed?: boolean }
  | { state: 'choose' }
  | { state: 'amount'; goods: PadGoods; problem: AmountRefusal }
  | { state: 'rules'; goods: PadGoods; quantity: number; problem: QuantityRefusal }
  | { state: 'gone'; goods: PadGoods }
  | { state: 'no-price'; goods: PadGoods }
  | { state: 'not-found' }
  | { state: 'skipped' };

/** Lines to look through, from what was read; `start` keeps keys of several readings apart. */
export const linesOf = (read: Read, start: string): { lines: PadLine[]; words: PadWords[] } => ({
  lines: read.rows.flatMap(({ line, source, items }) =>
    items.map(
      ({ reference, quantities, confidence, by, skuIds }, at): PadLine => ({
        key: `${start}-${line}-${at}`,
        source,
        reference,
        written: quantities,
        confidence,
        by,
        skuIds,
        chosen: skuIds.length === 1 ? skuIds[0] : undefined,
      }),
    ),
  ),
  words: read.rows.flatMap(({ line, source, none }) =>
    none === 'words' ? [{ key: `${start}-${line}`, line, source }] : [],
  ),
});

/** How many base units a line asks for, of the goods chosen for it. */
const amountOf = (line: PadLine, goods: PadGoods) => {
  if (!line.typed && line.written.length === 0 && line.by === 'number') {
    const least = firstAddition(0, rulesOf(goods));
    if (least > 0) return { ok: true, value: least, assumed: true } as const;
  }
  if (!line.typed) return inBaseUnits(line.written, goods);
  return line.quantity === undefined
    ? ({ ok: false, error: { kind: 'no-amount' } } as const)
    : ({ ok: true, value: line.quantity } as const);
};

/** What stands between a line and the cart, if anything does. */
export const stateOf = (line: PadLine, goods: ReadonlyMap<string, PadGoods>): LineState => {
  if (line.skipped) return { state: 'skipped' };
  const chosen = line.chosen === undefined ? undefined : goods.get(line.chosen);
  if (!chosen) return line.skuIds.length > 0 ? { state: 'choose' } : { state: 'not-found' };
  if (!chosen.offered) return { state: 'gone', goods: chosen };
  if (!chosen.price) return { state: 'no-price', goods: chosen };
  const amount = amountOf(line, chosen);
  if (!amount.ok) return { state: 'amount', goods: chosen, problem: amount.error };
  const checked = checkQuantity(amount.value, rulesOf(chosen));
  return checked.ok
    ? { state: 'ready', goods: chosen, quantity: checked.value, ...('assumed' in amount ? { assumed: true } : {}) }
    : { state: 'rules', goods: chosen, quantity: amount.value, problem: checked.error };
};

/** What one unit costs at a quantity. */
export const priceAt = (goods: PadGoods, quantity: number): UnitPriceE4 | undefined =>
  goods.price?.tiers.findLast((tier) => tier.minQuantity <= quantity)?.unitPriceE4 ?? goods.price?.unitPriceE4;

/** Lines of a suggestion, each with its reason; the quantity is a proposal that may be changed. */
export const suggestedLines = ({ lines, goods }: Outputs['orderEntry']['suggest'], start: string): PadLine[] =>
  lines.map((due) => {
    const itemNumber = goods.find(({ id }) => id === due.skuId)?.itemNumber ?? '';
    return {
      key: `${start}-${due.skuId}`,
      source: itemNumber,
      reference: itemNumber,
      written: [],
      confidence: 'sure',
      by: 'number',
      skuIds: [due.skuId],
      chosen: due.skuId,
      typed: true,
      quantity: due.quantity,
      due,
    };
  });

type OrderLine = Pick<
  Outputs['orders']['get']['lines'][number],
  'id' | 'skuId' | 'itemNumber' | 'quantity' | 'unitPriceE4'
>;

/** A past order's lines. Goods that are not shown to him any more stay as lines that were not found. */
export const orderedLines = (lines: readonly OrderLine[], goods: readonly PadGoods[], start: string): PadLine[] => {
  const known = new Set(goods.map(({ id }) => id));
  return lines.map(({ id, skuId, itemNumber, quantity, unitPriceE4 }) => ({
    key: `${start}-${id}`,
    source: itemNumber,
    reference: itemNumber,
    written: [],
    confidence: 'sure',
    by: known.has(skuId) ? 'number' : 'none',
    skuIds: known.has(skuId) ? [skuId] : [],
    chosen: known.has(skuId) ? skuId : undefined,
    typed: true,
    quantity,
    was: unitPriceE4,
  }));
};

/** What goes into the cart: each SKU once, lines that mean the same added up. */
export const wantedOf = (
  lines: readonly PadLine[],
  goods: ReadonlyMap<string, PadGoods>,
): { skuId: string; quantity: number }[] => {
  const wanted = new Map<string, number>();
  for (const line of lines) {
    const now = stateOf(line, goods);
    if (now.state === 'ready') wanted.set(now.goods.id, (wanted.get(now.goods.id) ?? 0) + now.quantity);
  }
  return [...wanted].map(([skuId, quantity]) => ({ skuId, quantity }));
};
