import { cx } from '../cx.ts';

/** The sign of the product: two lines that meet, an order and its delivery. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden className={cx('size-7', className)}>
    <rect width="32" height="32" rx="7" className="fill-accent" />
    <path
      d="M7 10.5h18M16 10.5v9.2a3.3 3.3 0 0 0 3.3 3.3H22"
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      className="stroke-on-accent"
    />
    <circle cx="10" cy="21" r="2.6" className="fill-on-accent" />
  </svg>
);
