import type { Currency, Minor, UnitPriceE4 } from '@tradeline/domain/money';
import { cx } from './cx.ts';
import { formatMoney, formatUnitPrice } from './format/index.ts';
import { useUi } from './ui-context.tsx';

type Common = { currency?: Currency | string | undefined; className?: string | undefined };

/** An amount of money, to the cent, in figures that line up. */
export const MoneyText = ({ amount, currency, className }: Common & { amount: Minor | number }) => {
  const { locale } = useUi();
  return <span className={cx('tabular whitespace-nowrap', className)}>{formatMoney(amount, locale, currency)}</span>;
};

/** A price per unit, with its unit behind when given: `¥1.2345 / 件`. */
export const UnitPriceText = ({
  price,
  unit,
  currency,
  className,
}: Common & { price: UnitPriceE4 | number; unit?: string | undefined }) => {
  const { locale } = useUi();
  return (
    <span className={cx('tabular whitespace-nowrap', className)}>
      {formatUnitPrice(price, locale, currency)}
      {unit && <span className="text-[max(0.75rem,0.5em)] font-normal tracking-normal text-muted"> / {unit}</span>}
    </span>
  );
};
