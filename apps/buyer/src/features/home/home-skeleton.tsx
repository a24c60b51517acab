import { Skeleton } from '@tradeline/ui';

/** The start page while what it is made of is asked for. */
export const HomeSkeleton = () => (
  <div aria-busy className="flex flex-col gap-4">
    <Skeleton className="h-7 w-48" />
    <Skeleton className="h-24 w-full rounded-lg" />
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6">
      <Skeleton className="h-96 w-full rounded-lg" />
      <Skeleton className="h-56 w-full rounded-lg" />
    </div>
  </div>
);
