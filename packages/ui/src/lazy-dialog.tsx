import type { DialogProps } from './dialog.tsx';
import { whenOpen } from './when-open.tsx';

/** A task apart from the page. On a phone it rises from the foot of the screen and takes its whole width. */
export const Dialog = whenOpen<DialogProps>(() => import('./dialog.tsx').then((module) => module.Dialog));
