import { cx } from './cx.ts';

/** A turning ring; decoration only, so say what is awaited beside it or with `aria-busy`. */
export const Spinner = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={cx(
      'inline-block size-4 animate-spin rounded-full border-2 border-current border-r-transparent',
      className,
    )}
  />
);
