import type { Reason } from '@tradeline/api/router';
import type { CreditAction, WayOut } from '@tradeline/domain/credit';
import { Button } from '@tradeline/ui';
import { refusalText } from '../../lib/refusal-text.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';

/** What the ways out press: quantities of the cart, money from the balance, codes. */
export type Mend = {
  setQuantities: (lines: { skuId: string; quantity: number }[]) => void;
  payFromBalance: (more: number) => void;
  dropCodes: (codes: readonly string[]) => void;
  pending: boolean;
};

type Cart = Outputs['cart']['get'];
type Way = { label: string; press: (() => void) | undefined };

const actionText: {
  [Kind in CreditAction['kind']]: (action: Extract<CreditAction, { kind: Kind }>, words: Words, cart: Cart) => string;
} = {
  'renew-licence': (_, { t }) => t.way_out_licence(),
  'pay-invoices': ({ amount }, { t, money }) => t.way_out_pay({ amount: money(amount) }),
  'shorten-terms': ({ toDays }, { t }) => t.way_out_shorten({ days: toDays }),
  prepay: ({ amount }, { t, money }) => t.checkout_way_balance({ amount: money(amount) }),
  'reduce-order': ({ by, quantities }, words, cart) => {
    const parts = quantities.flatMap(({ id, quantity }) => {
      const item = cart.items.find(({ skuId }) => skuId === id);
      const less = item ? item.quantity - quantity : 0;
      return item && less > 0
        ? [words.t.checkout_way_less({ item: words.item(id), quantity: words.quantity(less) })]
        : [];
    });
    return parts.length > 0 ? words.list(parts) : words.t.way_out_reduce({ amount: words.money(by) });
  },
  review: (_, { t }) => t.way_out_review(),
};
const textOf = (action: CreditAction, words: Words, cart: Cart): string =>
  (actionText[action.kind] as (action: CreditAction, words: Words, cart: Cart) => string)(action, words, cart);

const AT_MOST = 3;
const canPress = ({ kind }: CreditAction): boolean => kind === 'prepay' || kind === 'reduce-order';

/** A way out that can be gone here at a press, or one that only says what would help. */
const creditWay = ({ actions }: WayOut, words: Words, cart: Cart, mend: Mend): Way => ({
  label: actions.map((action) => textOf(action, words, cart)).join(' + '),
  press: actions.every(canPress)
    ? () => {
        for (const action of actions) {
          if (action.kind === 'prepay') mend.payFromBalance(action.amount);
          if (action.kind === 'reduce-order')
            mend.setQuantities(action.quantities.map(({ id, quantity }) => ({ skuId: id, quantity })));
        }
      }
    : undefined,
});

/** As many as are there, in whole steps; none when that is less than the least that can be ordered. */
const whatIsThere = (cart: Cart, skuId: string, available: number): number => {
  const sku = cart.items.find((item) => item.skuId === skuId)?.sku;
  const { multiple = 1, minQuantity = 1 } = sku ?? {};
  const whole = Math.floor(Math.max(0, available) / multiple) * multiple;
  return whole < minQuantity ? 0 : whole;
};

const waysOf = (reason: Reason, words: Words, cart: Cart, mend: Mend): Way[] => {
  const { t, quantity } = words;
  switch (reason.kind) {
    case 'terms-blocked': {
      const ways = reason.waysOut.map((way) => creditWay(way, words, cart, mend));
      return ways.toSorted((a, b) => Number(Boolean(b.press)) - Number(Boolean(a.press))).slice(0, AT_MOST);
    }
    case 'out-of-stock':
      return reason.lines
        .filter(({ skuId }) => cart.items.some((item) => item.skuId === skuId))
        .map(({ skuId, itemNumber, available }) => {
          const left = whatIsThere(cart, skuId, available);
          return {
            label:
              left > 0
                ? t.checkout_way_only({ item: itemNumber, quantity: quantity(left) })
                : t.checkout_way_without({ item: itemNumber }),
            press: () => mend.setQuantities([{ skuId, quantity: left }]),
          };
        });
    case 'lines-refused': {
      const better = reason.lines.flatMap((line) =>
        line.kind === 'quantity' ? [{ skuId: line.skuId as string, quantity: line.suggest }] : [],
      );
      if (better.length === 0) return [];
      const [first] = better;
      return [
        {
          label:
            better.length === 1 && first
              ? t.checkout_way_set({ item: words.item(first.skuId), quantity: quantity(first.quantity) })
              : t.checkout_way_set_all({ count: better.length }),
          press: () => mend.setQuantities(better),
        },
      ];
    }
    case 'sku-withdrawn':
    case 'sku-not-found':
      return [
        {
          label: t.checkout_way_without({ item: words.item(reason.skuId) }),
          press: () => mend.setQuantities([{ skuId: reason.skuId, quantity: 0 }]),
        },
      ];
    case 'coupons-unknown':
      return [
        {
          label: t.checkout_way_no_code({ codes: reason.codes.join(', ') }),
          press: () => mend.dropCodes(reason.codes),
        },
      ];
    case 'coupon-used-up':
      return [{ label: t.checkout_way_no_code({ codes: reason.code }), press: () => mend.dropCodes([reason.code]) }];
    default:
      return [];
  }
};

/** Everything that stands against the order, each with the nearest things that work, as buttons where one press does it. */
export const Reasons = ({ reasons, cart, mend }: { reasons: readonly Reason[]; cart: Cart; mend: Mend }) => {
  const words = useWords((skuId) => cart.items.find((item) => item.skuId === skuId)?.sku.itemNumber ?? '');
  return (
    <ul className="flex flex-col gap-3">
      {reasons.map((reason) => {
        const ways = waysOf(reason, words, cart, mend);
        return (
          <li key={`${reason.kind} ${'skuId' in reason ? reason.skuId : ''}`} className="flex flex-col gap-2">
            <p>{refusalText(reason, words)}</p>
            {ways.map(({ label, press }) =>
              press ? (
                <Button
                  key={label}
                  size="sm"
                  pending={mend.pending}
                  onPress={press}
                  className="h-auto min-h-8 py-1 text-left whitespace-normal"
                >
                  {label}
                </Button>
              ) : (
                <p key={label} className="text-sm text-muted">
                  {label}
                </p>
              ),
            )}
          </li>
        );
      })}
    </ul>
  );
};
