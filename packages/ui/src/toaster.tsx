import { lazy, Suspense, useEffect, useState } from 'react';
import { whenToastsAreWanted } from './toast.ts';

const Region = lazy(() => import('./toast-region.tsx').then(({ ToastRegion }) => ({ default: ToastRegion })));

/** Long enough for a phone to have drawn its first page; something said earlier fetches the region at once. */
const QUIET_MS = 6_000;

/** Where toasts appear: once in an app, beside its routes. */
export const Toaster = () => {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    const later = setTimeout(want, QUIET_MS);
    const forget = whenToastsAreWanted(want);
    return () => {
      clearTimeout(later);
      forget();
    };
  }, []);
  return (
    wanted && (
      <Suspense>
        <Region />
      </Suspense>
    )
  );
};
