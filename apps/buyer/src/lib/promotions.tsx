import type { PricedOrder } from '@tradeline/domain/order';
import type { Missing } from '@tradeline/domain/promotion';
import { Badge, MoneyText, QuantityText } from '@tradeline/ui';
import { Gift, Tag } from 'lucide-react';
import { optionText } from './goods.ts';
import { useBilingual } from './i18n.tsx';
import { Picture } from './picture.tsx';
import type { Outputs } from './trpc.ts';
import { useWords, type Words } from './words.ts';

type Cart = Pick<Outputs['cart']['get'], 'promotions' | 'gifts'>;

/** What a promotion is called; one that no longer runs is only known as a promotion. */
export const usePromotionName = (promotions: Cart['promotions']): ((id: string) => string) => {
  const { t } = useWords();
  const say = useBilingual();
  return (id) => say(promotions.find((each) => each.id === id)?.name) || t.promo_discount();
};

/** Each promotion that holds, and what it takes off. */
export const AppliedPromotions = ({ priced, promotions }: { priced: PricedOrder; promotions: Cart['promotions'] }) => {
  const nameOf = usePromotionName(promotions);
  return priced.applied
    .filter(({ amount }) => amount > 0)
    .map(({ promotionId, couponCode, amount }) => (
      <div key={`${promotionId} ${couponCode ?? ''}`} className="flex justify-between gap-3 text-sm text-deal">
        <dt className="flex min-w-0 items-start gap-1.5">
          <Tag aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {nameOf(promotionId)}
        </dt>
        <dd>
          <MoneyText amount={-amount} />
        </dd>
      </div>
    ));
};

const missingText = (name: string, { amount, quantity }: Missing, { t, money, quantity: count }: Words): string =>
  amount !== undefined
    ? t.promo_missing_amount({ name, amount: money(amount) })
    : t.promo_missing_quantity({ name, quantity: count(quantity ?? 0) });

const AT_MOST = 2;

/** What is nearly reached: a step of a promotion that asks for no more than the cart holds already. */
export const PromotionHints = ({ priced, promotions }: { priced: PricedOrder; promotions: Cart['promotions'] }) => {
  const words = useWords();
  const nameOf = usePromotionName(promotions);
  const near = [
    ...priced.applied.map(({ promotionId, next }) => ({ promotionId, missing: next })),
    ...priced.rejected.map(({ promotionId, missing }) => ({ promotionId, missing })),
  ].flatMap(({ promotionId, missing }) => (missing ? [{ promotionId, missing }] : []));
  const units = priced.lines.reduce((sum, line) => sum + line.quantity, 0);
  const within = near.filter(({ missing }) =>
    missing.amount !== undefined ? missing.amount <= priced.totals.goods : (missing.quantity ?? 0) <= units,
  );
  if (within.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {within.slice(0, AT_MOST).map(({ promotionId, missing }) => (
        <li key={promotionId} className="rounded-md bg-deal-soft px-2.5 py-1.5 text-sm text-deal">
          {missingText(nameOf(promotionId), missing, words)}
        </li>
      ))}
    </ul>
  );
};

/** What promotions add for nothing. */
export const GiftRows = ({ priced, gifts, promotions }: { priced: PricedOrder } & Cart) => {
  const { t, quantity: count } = useWords();
  const say = useBilingual();
  const nameOf = usePromotionName(promotions);
  return (
    <>
      {priced.gifts.map((gift) => {
        const sku = gifts.find((each) => each.id === gift.skuId);
        return (
          <li key={`${gift.promotionId} ${gift.skuId}`} className="flex items-center gap-3 px-4 py-2.5">
            <Picture picture={sku?.picture} sizes="40px" className="size-10 shrink-0" />
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2 font-medium">
                <Badge tone="deal">
                  <Gift aria-hidden className="size-3" />
                  {t.promo_gift()}
                </Badge>
                <span className="truncate">{say(sku?.productName)}</span>
              </p>
              <p className="truncate text-sm text-muted">
                {sku && optionText(sku.axes, sku.options, say)} {nameOf(gift.promotionId)}
              </p>
            </div>
            <QuantityText quantity={gift.quantity} unit={say(sku?.unit)} />
          </li>
        );
      })}
      {priced.giftNotices.map((notice) => (
        <li key={`${notice.promotionId} ${notice.skuId}`} className="px-4 py-2.5 text-sm text-warning-ink">
          {nameOf(notice.promotionId)}：{t.promo_gift_short({ quantity: count(notice.missing) })}
        </li>
      ))}
    </>
  );
};
