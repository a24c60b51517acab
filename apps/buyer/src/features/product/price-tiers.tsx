import { cx, UnitPriceText } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Sku } from './product-page.tsx';

type Tier = NonNullable<Sku['price']>['tiers'][number];

/** Price by quantity, cheapest last; the tier that holds for the quantity at hand is marked. A press takes its quantity. */
export const PriceTiers = ({
  tiers,
  quantity,
  unit,
  onChoose,
}: {
  tiers: readonly Tier[];
  quantity: number;
  unit: string;
  onChoose: (quantity: number) => void;
}) => {
  const t = useText();
  const words = useWords();
  const reached = tiers.findLast((tier) => tier.minQuantity <= quantity) ?? tiers[0];
  return (
    <fieldset aria-label={t.product_tiers()} className="grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
      {tiers.map((tier) => {
        const active = tier === reached;
        return (
          <button
            key={tier.minQuantity}
            type="button"
            aria-pressed={active}
            onClick={() => onChoose(tier.minQuantity)}
            className={cx(
              'rounded-md border px-3 py-2 text-left',
              active ? 'border-accent bg-accent-soft' : 'border-line hover:border-control',
            )}
          >
            <span className="block text-xs text-muted">
              {t.product_tier_from({ quantity: words.quantity(tier.minQuantity), unit })}
            </span>
            <UnitPriceText price={tier.unitPriceE4} className={cx('font-semibold', active && 'text-accent-ink')} />
          </button>
        );
      })}
    </fieldset>
  );
};
