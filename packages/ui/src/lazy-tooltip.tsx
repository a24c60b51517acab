import { lazy, Suspense } from 'react';
import type { TooltipProps } from './tooltip.tsx';

const Loaded = lazy(() => import('./tooltip.tsx').then(({ Tooltip }) => ({ default: Tooltip })));

/** A tooltip whose machinery is fetched once the page stands; until then its control works without. */
export const Tooltip = (props: TooltipProps) => (
  <Suspense fallback={props.children}>
    <Loaded {...props} />
  </Suspense>
);
