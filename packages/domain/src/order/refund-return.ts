import { err, ok, type Result, type SkuId } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';
import { quote } from './quote.ts';
import { type OrderDifference, quoteDifference } from './quote-difference.ts';
import type { QuoteInput, QuoteLine } from './quote-input.ts';
import type { PricedOrder, QuoteRefusal } from './quote-result.ts';
import { type RefundShares, type Returned, refundShares, unitsIn } from './refund-shares.ts';

/**
 * What a partial return does to the discounts of what is kept.
 * `keep-share` (default): nothing; each unit brings back its share of what its line paid.
 * `reprice-promotions`: the kept goods are promoted afresh at the prices of the order, so a threshold that is no longer
 * reached is lost, and the refund is what is then paid too much. `reprice-all`: their price tiers are chosen afresh too.
 */
export type ReturnPolicy = 'keep-share' | 'reprice-promotions' | 'reprice-all';

export type ReturnOfOrder = {
  /** The order as it was quoted when it was placed. */
  readonly input: QuoteInput;
  readonly placed: PricedOrder;
  /** What came back in earlier returns, and what was paid back for it. */
  readonly earlier?: { readonly units: readonly Returned[]; readonly refunded: Minor } | undefined;
  readonly returning: readonly Returned[];
  readonly policy?: ReturnPolicy | undefined;
};

export type OrderRefund = {
  readonly policy: ReturnPolicy;
  readonly amount: Minor;
  /** The share of each returned line in what it paid; under a repricing policy `amount` differs by what the kept goods now cost more or less. */
  readonly shares: RefundShares['shares'];
  /** What repricing takes from the shares (negative) or adds. */
  readonly adjustment: Minor;
  /** Points that come back beside the money. */
  readonly points: number;
  /** Gifts that lost their cause: to be returned too, or charged. */
  readonly giftsLost: readonly { readonly skuId: SkuId; readonly quantity: number }[];
  /** The kept goods priced afresh against the order as placed. */
  readonly difference: OrderDifference;
};

export type ReturnRefusal =
  | { readonly kind: 'unknown-line'; readonly lineId: string }
  | { readonly kind: 'more-than-bought'; readonly lineId: string; readonly returnable: number }
  | QuoteRefusal;

/** The refund of a return, before anybody confirms it. All refunds of an order together never exceed what was paid for its goods. */
export const refundReturn = (request: ReturnOfOrder): Result<OrderRefund, ReturnRefusal> => {
  const policy = request.policy ?? 'keep-share';
  const problem = unreturnable(request);
  if (problem) return err(problem);
  const repriced = quote(keptInput(request, policy));
  if (!repriced.ok) return repriced;
  const { shares, amount: byShare, points } = sharesOf(request);
  const amount = policy === 'keep-share' ? byShare : repricedRefund(request, repriced.value);
  const difference = quoteDifference(request.placed, repriced.value);
  return ok({
    policy,
    amount: minor(amount),
    shares,
    adjustment: minor(amount - byShare),
    points:
      policy === 'keep-share'
        ? points
        : Math.max(0, request.placed.totals.pointsUsed - repriced.value.totals.pointsUsed),
    giftsLost: difference.gifts
      .filter(({ change }) => change < 0)
      .map(({ skuId, change }) => ({ skuId, quantity: -change })),
    difference,
  });
};

const unreturnable = ({ placed, earlier, returning }: ReturnOfOrder): ReturnRefusal | undefined => {
  for (const { lineId } of returning) {
    const line = placed.lines.find(({ id }) => id === lineId);
    if (!line) return { kind: 'unknown-line', lineId };
    const returnable = line.quantity - unitsIn(earlier?.units, lineId);
    const wanted = unitsIn(returning, lineId);
    if (!Number.isSafeInteger(wanted) || wanted < 0 || wanted > returnable)
      return { kind: 'more-than-bought', lineId, returnable };
  }
  return undefined;
};

const sharesOf = ({ placed, earlier, returning }: ReturnOfOrder): RefundShares =>
  refundShares(
    placed.lines.map((line) => ({
      lineId: line.id,
      quantity: line.quantity,
      gross: line.gross,
      paid: line.tax.total,
      refunded: unitsIn(earlier?.units, line.id),
    })),
    returning,
    placed.totals.pointsUsed,
  );

/** What was paid for the goods, less what is paid back already, less what the kept goods cost now; never less than nothing. */
const repricedRefund = ({ placed, earlier }: ReturnOfOrder, kept: PricedOrder): number => {
  const paid = goodsOf(placed) - (earlier?.refunded ?? 0);
  return Math.max(0, paid - goodsOf(kept));
};

const goodsOf = ({ totals, shipping }: PricedOrder): number => totals.payable - shipping.tax.total;

const keptInput = (request: ReturnOfOrder, policy: ReturnPolicy): QuoteInput => {
  const lines = request.input.lines.flatMap((line) => keptLine(request, line, policy));
  return { ...request.input, lines, points: pointsOffered(request, policy) };
};

/** The quantity rules of ordering do not bind what is kept. */
const keptLine = (
  { placed, earlier, returning }: ReturnOfOrder,
  line: QuoteLine,
  policy: ReturnPolicy,
): QuoteLine[] => {
  const bought = placed.lines.find(({ id }) => id === line.id);
  const quantity = (bought?.quantity ?? 0) - unitsIn(earlier?.units, line.id) - unitsIn(returning, line.id);
  if (!bought || quantity <= 0) return [];
  const kept = { ...line, quantity, quantityRules: undefined, productRules: undefined };
  const perBaseUnit = bought.priceUnit === undefined && bought.bands.length === 1;
  return [
    policy === 'reprice-all' || !perBaseUnit
      ? kept
      : { ...kept, agreedPrice: { unitPriceE4: bought.unitPriceE4, reason: 'price of the order' } },
  ];
};

/** Points already paid stay paid: the kept goods cannot use more than the order did. */
const pointsOffered = ({ input, placed }: ReturnOfOrder, policy: ReturnPolicy): QuoteInput['points'] =>
  input.points && policy !== 'keep-share' ? { ...input.points, points: placed.totals.pointsUsed } : input.points;
