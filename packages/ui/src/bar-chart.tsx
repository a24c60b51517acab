import { cx } from './cx.ts';

export type Bar = {
  key: string;
  /** Below the bar. */
  label: string;
  value: number;
  /** The whole fact in words, for the tip and the screen reader: "March 2026: ¥12,400, 9 orders". */
  detail: string;
};

const HEIGHT = 128;
const SLOT = 44;
const GAP = 10;

/** The largest of 1, 2 or 5 × 10^n that the top line needs, so that its label is a round number. */
export const roundTop = (largest: number): number => {
  if (largest <= 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 5, 10].map((step) => step * magnitude).find((top) => top >= largest) ?? largest;
};

/** Amounts side by side on a common ground, in the order given. No bar means zero, and its label stays. */
export const BarChart = ({
  label,
  bars,
  format,
  className,
}: {
  label: string;
  bars: readonly Bar[];
  /** How the two lines of the scale are labelled. */
  format: (value: number) => string;
  className?: string;
}) => {
  const top = roundTop(Math.max(0, ...bars.map((bar) => bar.value)));
  const width = bars.length * SLOT;
  return (
    <div className={cx('flex gap-2', className)}>
      <div
        aria-hidden
        className="tabular flex h-34 flex-col justify-between pb-0.5 text-right text-xs whitespace-nowrap text-faint"
      >
        <span>{format(top)}</span>
        <span>{format(top / 2)}</span>
        <span>{format(0)}</span>
      </div>
      <div className="min-w-0 flex-1">
        <svg
          role="img"
          aria-label={`${label}. ${bars.map((bar) => bar.detail).join('; ')}`}
          viewBox={`0 0 ${width} ${HEIGHT + 26}`}
          preserveAspectRatio="none"
          className="h-40 w-full"
        >
          {[0, 0.5, 1].map((share) => (
            <line
              key={share}
              x1={0}
              x2={width}
              y1={4 + HEIGHT * (1 - share)}
              y2={4 + HEIGHT * (1 - share)}
              vectorEffect="non-scaling-stroke"
              className={share === 0 ? 'stroke-control' : 'stroke-line'}
            />
          ))}
          {bars.map((bar, at) => {
            const height = (HEIGHT * Math.max(0, bar.value)) / top;
            return (
              <g key={bar.key} className="group">
                <title>{bar.detail}</title>
                <rect x={at * SLOT} y={0} width={SLOT} height={HEIGHT + 4} className="fill-transparent" />
                <rect
                  x={at * SLOT + GAP}
                  y={4 + HEIGHT - height}
                  width={SLOT - 2 * GAP}
                  height={height}
                  className="fill-accent group-hover:fill-accent-strong"
                />
              </g>
            );
          })}
        </svg>
        <div aria-hidden className="-mt-6 flex text-xs text-faint">
          {bars.map((bar, at) => (
            <span
              key={bar.key}
              // On a phone every second label has room; the newest always has.
              className={cx(
                'tabular w-0 flex-1 text-center whitespace-nowrap',
                (bars.length - 1 - at) % 2 === 1 && 'max-sm:invisible',
              )}
            >
              {bar.label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
};
