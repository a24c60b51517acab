import { cx } from './cx.ts';

/** The place of something that is still loading; give it the size of what will come. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cx('block h-4 animate-pulse rounded-sm bg-line/70', className)} />
);

/** A few lines of text to come. */
export const SkeletonText = ({ lines = 3, className }: { lines?: number; className?: string }) => (
  <span aria-hidden className={cx('flex flex-col gap-2', className)}>
    {Array.from({ length: lines }, (_, line) => (
      <Skeleton key={line} className={line === lines - 1 ? 'w-2/3' : 'w-full'} />
    ))}
  </span>
);
