import type { Missing } from '@tradeline/domain/promotion';
import { cx } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { Check, Tag } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords, type Words } from '../../lib/words.ts';
import type { Product, Sku } from './product-page.tsx';
import type { Promised } from './promised.ts';

/** What is missing, in cartons where the goods come in cartons: 还差 2 箱. */
const missingText = (
  { amount, quantity }: Missing,
  sku: Sku,
  unit: string,
  { t, money, quantity: count }: Words,
): string =>
  amount !== undefined
    ? t.product_missing_amount({ amount: money(amount) })
    : t.product_missing_units({
        quantity:
          sku.cartonQuantity > 1
            ? t.cartons({ count: Math.ceil((quantity ?? 0) / sku.cartonQuantity) })
            : count(quantity ?? 0, unit),
      });

/** Promotions that these goods count for, each with what it says and what is still missing. */
export const ProductOffers = ({
  promotions,
  promised,
  sku,
}: {
  promotions: Product['promotions'];
  promised: Promised | undefined;
  sku: Sku;
}) => {
  const words = useWords();
  const { t, language } = words;
  const say = useBilingual();
  if (promotions.length === 0) return null;
  return (
    <ul aria-label={t.product_promotions()} className="flex flex-col gap-1.5">
      {promotions.map((promotion) => {
        const offer = promised?.offers.get(promotion.id);
        return (
          <li key={promotion.id} className="flex items-start gap-2 rounded-md bg-deal-soft px-3 py-2 text-sm text-deal">
            <Tag aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{say(promotion.slogan ?? promotion.name)}</span>
              {promotion.slogan && <span className="block text-xs">{say(promotion.name)}</span>}
              {promotion.endsAt && (
                <span className="block text-xs">
                  {t.home_promotion_ends({ when: formatInstant(promotion.endsAt, language, 'date') })}
                </span>
              )}
            </span>
            <span className={cx('shrink-0 text-right font-medium', offer?.state === 'applies' && 'text-success-ink')}>
              {offer?.state === 'applies' && (
                <span className="inline-flex items-center gap-1">
                  <Check aria-hidden className="size-3.5" />
                  {t.product_promotion_active()}
                </span>
              )}
              {offer?.state === 'missing' && missingText(offer.missing, sku, say(sku.unit), words)}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
