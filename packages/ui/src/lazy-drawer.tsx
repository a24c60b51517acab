import type { DrawerProps } from './drawer.tsx';
import { whenOpen } from './when-open.tsx';

/** A panel that slides in beside (or over) the page and leaves it in place. */
export const Drawer = whenOpen<DrawerProps>(() => import('./drawer.tsx').then((module) => module.Drawer));
