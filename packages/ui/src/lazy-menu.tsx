import { cloneElement, type KeyboardEvent, lazy, type ReactElement, Suspense, useState } from 'react';
import type { MenuProps } from './menu.tsx';

const load = () => import('./menu.tsx');
const Loaded = lazy(() => load().then((module) => ({ default: module.Menu })));

type TriggerProps = {
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  onClick?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
};

/**
 * Commands behind one button, fetched when somebody comes near it and opened with the press that asked for them. Until
 * then the button stands alone.
 */
export const Menu = (props: MenuProps) => {
  const [wanted, setWanted] = useState(false);
  const near = () => void load();
  const alone = cloneElement(props.trigger as ReactElement<TriggerProps>, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setWanted(true),
    onKeyDown: (event) => (event.key === 'ArrowDown' || event.key === 'ArrowUp') && setWanted(true),
    onPointerEnter: near,
    onFocus: near,
  });
  if (!wanted) return alone;
  return (
    <Suspense fallback={alone}>
      <Loaded {...props} openAtFirst />
    </Suspense>
  );
};
