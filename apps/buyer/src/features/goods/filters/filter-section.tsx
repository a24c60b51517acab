import { Skeleton } from '@tradeline/ui';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

/** One filter under its name; it can be folded away. */
export const FilterSection = ({
  title,
  children,
  open = true,
}: {
  title: string;
  children: ReactNode;
  open?: boolean;
}) => (
  <details open={open} className="group border-b border-line py-3 first:pt-0 last:border-0">
    <summary className="flex min-h-8 list-none items-center justify-between gap-2 rounded-sm text-sm font-semibold [&::-webkit-details-marker]:hidden">
      <h2>{title}</h2>
      <ChevronDown aria-hidden className="size-4 text-faint transition-transform group-open:rotate-180" />
    </summary>
    <div className="pt-1">{children}</div>
  </details>
);

export const FilterSkeleton = () => (
  <div className="flex flex-col gap-3 py-2">
    {[80, 60, 72, 52, 66].map((width) => (
      <Skeleton key={width} className="h-4" />
    ))}
  </div>
);
