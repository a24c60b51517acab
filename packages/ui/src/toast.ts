import { Toast } from '@base-ui/react/toast';

export type ToastKind = 'info' | 'success' | 'error';
type Options = {
  description?: string | undefined;
  /** One thing to do about it: undo, go there. Pressing it closes the toast. */
  action?: { label: string; onClick: () => void } | undefined;
  /** Milliseconds until it goes; errors stay longer. */
  duration?: number | undefined;
};

/** Carries toasts from wherever they are said to where they are shown. */
export const toastManager = Toast.createToastManager();

/** The region is fetched after the first screen; what is said before it stands waits for it. */
let standing = false;
const waiting: (() => void)[] = [];
export const regionStands = (): (() => void) => {
  standing = true;
  for (const say of waiting.splice(0)) say();
  return () => {
    standing = false;
  };
};

/** Calls back when something is said and nobody shows it yet, at once if that happened before. */
export const whenToastsAreWanted = (fetchRegion: () => void): (() => void) => {
  wanted = fetchRegion;
  if (waiting.length > 0) fetchRegion();
  return () => {
    wanted = undefined;
  };
};
let wanted: (() => void) | undefined;

const show =
  (kind: ToastKind) =>
  (title: string, options: Options = {}): void => {
    if (standing) add(kind, title, options);
    else {
      waiting.push(() => add(kind, title, options));
      wanted?.();
    }
  };

const add = (kind: ToastKind, title: string, { description, action, duration }: Options): void => {
  const id = toastManager.add({
    type: kind,
    title,
    description,
    timeout: duration ?? (kind === 'error' ? 9_000 : 4_500),
    priority: kind === 'error' ? 'high' : 'low',
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onClick();
              toastManager.close(id);
            },
          },
        }
      : {}),
  });
};

/** Says in passing that something happened. What must be read or decided belongs in the page or a dialog. */
export const toast = Object.assign(show('info'), { success: show('success'), error: show('error') });
