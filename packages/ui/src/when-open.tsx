import { type ComponentType, lazy, Suspense, useState } from 'react';

/**
 * What lies over the page, fetched the first time it opens: its machinery weighs more than many a page. Once fetched it
 * stays mounted, so that closing is drawn as it should be.
 */
export const whenOpen = <Props extends { open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  const Loaded = lazy(() => load().then((component) => ({ default: component })));
  return (props) => {
    const [wanted, setWanted] = useState(props.open);
    if (props.open && !wanted) setWanted(true);
    if (!wanted) return null;
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
};
