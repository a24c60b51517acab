import { cx } from './cx.ts';

const fills = { neutral: 'bg-accent', warning: 'bg-warning', danger: 'bg-danger' };

/** How much of a known whole is used or done. A limit warns as it fills: near it yellow, above it full and red. */
export const Meter = ({
  label,
  value,
  max,
  valueText,
  warns = false,
  className,
}: {
  label: string;
  value: number;
  max: number;
  /** The share in words, read out. */
  valueText: string;
  /** Whether filling up is bad news. */
  warns?: boolean;
  className?: string;
}) => {
  const share = max > 0 ? value / max : value > 0 ? 1 : 0;
  const tone = !warns ? 'neutral' : share > 1 ? 'danger' : share >= 0.9 ? 'warning' : 'neutral';
  return (
    // biome-ignore lint/a11y/useSemanticElements: the native element cannot be drawn in our tokens
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={valueText}
      className={cx('h-1.5 overflow-hidden rounded-full bg-sunken', className)}
    >
      <div
        className={cx('h-full rounded-full', fills[tone])}
        style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </div>
  );
};
