import { lazy, Suspense } from 'react';

const Region = lazy(() => import('./toast-region.tsx').then(({ ToastRegion }) => ({ default: ToastRegion })));

/** Where toasts appear: once in an app, beside its routes. */
export const Toaster = () => (
  <Suspense>
    <Region />
  </Suspense>
);
