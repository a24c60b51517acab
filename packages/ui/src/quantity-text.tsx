import { cx } from './cx.ts';
import { formatQuantity } from './format/index.ts';
import { useUi } from './ui-context.tsx';

/** A quantity in figures that line up, with its unit behind. */
export const QuantityText = ({
  quantity,
  unit,
  className,
}: {
  quantity: number;
  unit?: string | undefined;
  className?: string | undefined;
}) => {
  const { locale } = useUi();
  return (
    <span className={cx('tabular whitespace-nowrap', className)}>
      {formatQuantity(quantity, locale)}
      {unit && <span className="text-muted"> {unit}</span>}
    </span>
  );
};
