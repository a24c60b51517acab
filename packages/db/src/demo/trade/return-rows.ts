import { type Minor, minor } from '@tradeline/domain/money';
import { type ReturnFacts, type ReturnReason, type ReturnWish, refundUnits } from '@tradeline/domain/order';
import type { InferInsertModel } from 'drizzle-orm';
import type { returnLines, returns } from '../../schema/index.ts';
import type { Journey } from './journey.ts';
import type { TradeRows } from './rows.ts';
import type { WarehouseRow } from './stock-book.ts';

type ReturnRow = InferInsertModel<typeof returns>;
type LineRow = InferInsertModel<typeof returnLines>;
type EventRow = TradeRows['orderEvents'][number];

/** What customers of the demo say, by the reason it stands for. */
export const returnWords: readonly (readonly [words: string, reason: ReturnReason])[] = [
  ['外箱压坏，里面有破损', 'damaged'],
  ['规格发错，要的是另一款', 'wrong-item'],
  ['质量与样品不符', 'not-as-described'],
  ['用了两天就坏，批次有问题', 'defective'],
  ['滞销，协商退货', 'not-needed'],
  ['多发了，退回', 'other'],
];
const settled: readonly string[] = ['refunded', 'replaced', 'rejected', 'cancelled'];

/** The documents of the year's returns, from what the domain's machine made of them and the history that was written. */
export const returnRows = (
  journeys: readonly Journey[],
  events: readonly EventRow[],
  warehouses: readonly WarehouseRow[],
): { returns: ReturnRow[]; lines: LineRow[]; last: number } => {
  const concerned = journeys.filter(({ facts }) => facts.returns.length > 0);
  const ids = new Set(concerned.flatMap(({ facts }) => facts.returns.map(({ id }) => id)));
  const histories = Map.groupBy(
    events.filter((event) => ids.has(subjectOf(event))),
    subjectOf,
  );
  const all = concerned
    .flatMap((journey) => journey.facts.returns.map((found) => ({ journey, found, history: histories.get(found.id)! })))
    .sort((a, b) => (a.history[0]!.at! < b.history[0]!.at! ? -1 : 1));
  let notes = 100_000;
  const made = all.map(({ journey, found, history }, at) =>
    documentOf(journey, found, history, {
      number: `RT${100_001 + at}`,
      creditNote: found.state === 'refunded' ? `CN${++notes}` : null,
      warehouses,
    }),
  );
  return { returns: made, lines: all.flatMap(({ found }) => linesOf(found)), last: 100_000 + all.length };
};

const subjectOf = ({ facts }: EventRow): string => (facts as { subjectId?: string }).subjectId ?? '';

const documentOf = (
  journey: Journey,
  found: ReturnFacts,
  history: readonly EventRow[],
  {
    number,
    creditNote,
    warehouses,
  }: { number: string; creditNote: string | null; warehouses: readonly WarehouseRow[] },
): ReturnRow => {
  const [asked, last] = [history[0]!, history.at(-1)!];
  const said = asked.comment ?? '';
  const reason = returnWords.find(([words]) => words === said)?.[1] ?? 'other';
  const hold = journey.holds.find(({ lineId }) => lineId === found.lines[0]!.lineId)!;
  const came = found.lines.some(({ received }) => received !== undefined);
  const sent = history.some(({ action }) => action === 'send-back');
  const shares = found.state === 'refunded' ? sharesOf(journey, found) : [];
  const granted = minor(shares.reduce((sum, share) => sum + share.amount, 0));
  const answer = history.find(({ action }) => action === 'approve-return' || action === 'reject-return')?.comment;
  return {
    id: found.id,
    number,
    orderId: journey.id,
    companyId: journey.customer.row.id,
    state: found.state,
    wish: (reason === 'defective' ? 'replace' : 'refund') satisfies ReturnWish,
    reason,
    comment: said,
    answer: answer ?? null,
    warehouseId: came ? warehouses[hold.site]!.id : null,
    carrier: sent ? '德邦物流' : null,
    trackingNumber: sent
      ? `DP${number.slice(2)}${String(granted + 7_003)
          .padStart(6, '0')
          .slice(-6)}`
      : null,
    granted,
    payout:
      found.state === 'refunded'
        ? {
            shares,
            steps: granted > 0 ? [{ what: 'goods', amount: granted }] : [],
            deductionReason: null,
            setOff: minor(0),
            paidBack: granted > 0 ? [{ method: 'bank-transfer', to: 'bank', amount: granted }] : [],
            creditReleased: minor(0),
            points: { restored: 0, clawedBack: 0 },
          }
        : null,
    creditNote: granted > 0 ? creditNote : null,
    requestedBy: journey.buyer.id ? `buyer:${journey.buyer.id}` : 'system',
    requestedAt: asked.at!,
    settledAt: settled.includes(found.state) ? last.at! : null,
  };
};

const sharesOf = (journey: Journey, found: ReturnFacts): { lineId: string; units: number; amount: Minor }[] =>
  found.lines.flatMap(({ lineId, received = 0 }) => {
    const at = journey.facts.lines.findIndex((line) => line.lineId === lineId);
    const line = { quantity: journey.facts.lines[at]!.ordered, paid: journey.priced.lines[at]!.net };
    return received > 0 ? [{ lineId, units: received, amount: refundUnits(line, 0, received) }] : [];
  });

const linesOf = ({ id, lines }: ReturnFacts): LineRow[] =>
  lines.map(({ lineId, quantity, received, good, damaged }) => ({
    returnId: id,
    orderLineId: lineId,
    quantity,
    received: received ?? null,
    good: good ?? null,
    damaged: damaged ?? null,
    note: damaged ? '外包装破损，已拍照' : null,
  }));
