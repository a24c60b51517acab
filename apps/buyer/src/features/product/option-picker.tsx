import { seemsToCover } from '@tradeline/domain/inventory';
import { cx } from '@tradeline/ui';
import type { OptionAxis } from '../../lib/goods.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { chooseValue, isMade } from './choose-value.ts';
import type { Sku } from './product-page.tsx';

/** Colour, size, capacity: each axis with its values. A value that is not made together with the others can still be pressed: the nearest configuration that has it is taken. */
export const OptionPicker = ({
  axes,
  skus,
  chosen,
  onChoose,
}: {
  axes: readonly OptionAxis[];
  skus: readonly Sku[];
  chosen: Sku;
  onChoose: (sku: Sku) => void;
}) => {
  const t = useText();
  const say = useBilingual();
  return (
    <div className="flex flex-col gap-3.5">
      {axes.map((axis) => (
        <fieldset key={axis.code} aria-label={say(axis.name)}>
          <p className="pb-1.5 text-sm text-muted">
            {say(axis.name)}
            <span className="ml-2 font-medium text-ink">
              {say(axis.values.find((value) => value.code === chosen.options[axis.code])?.name)}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            {axis.values.map((value) => {
              const active = chosen.options[axis.code] === value.code;
              const made = isMade(skus, chosen.options, axis.code, value.code);
              const next = chooseValue(skus, chosen.options, axis.code, value.code);
              if (!next) return null;
              const out = !seemsToCover(next.stock, next.minQuantity);
              return (
                <button
                  key={value.code}
                  type="button"
                  aria-pressed={active}
                  title={!made ? t.product_option_none() : out ? t.stock_out() : undefined}
                  aria-label={made && out ? t.product_option_out({ value: say(value.name) }) : undefined}
                  onClick={() => onChoose(next)}
                  className={cx(
                    'min-h-10 min-w-12 rounded-md border px-3 text-base md:min-h-9',
                    active
                      ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                      : made
                        ? cx('border-control bg-surface hover:bg-hover', out && 'text-faint line-through')
                        : 'border-dashed border-control text-faint hover:text-muted',
                  )}
                >
                  {say(value.name)}
                </button>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
};
