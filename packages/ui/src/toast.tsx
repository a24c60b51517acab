import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useUi } from './ui-context.tsx';

type Kind = 'info' | 'success' | 'error';
type Options = {
  description?: string | undefined;
  /** One thing to do about it: undo, go there. Pressing it closes the toast. */
  action?: { label: string; onClick: () => void } | undefined;
  /** Milliseconds until it goes; errors stay longer. */
  duration?: number | undefined;
};

const manager = Toast.createToastManager();

const show =
  (kind: Kind) =>
  (title: string, { description, action, duration }: Options = {}): void => {
    const id = manager.add({
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
                manager.close(id);
              },
            },
          }
        : {}),
    });
  };

/** Says in passing that something happened. What must be read or decided belongs in the page or a dialog. */
export const toast = Object.assign(show('info'), { success: show('success'), error: show('error') });

const icons: Record<Kind, typeof Info> = { info: Info, success: CircleCheck, error: CircleAlert };

/** Where toasts appear: once in an app, beside its routes. Its styles stand in our sheet, so a strict CSP can hold. */
export const Toaster = () => (
  <Toast.Provider toastManager={manager} limit={3}>
    <Toast.Portal>
      <Toast.Viewport className="fixed right-3 bottom-[calc(var(--toast-lift,4.5rem)+env(safe-area-inset-bottom))] left-3 z-70 flex flex-col-reverse gap-2 md:right-5 md:bottom-5 md:left-auto md:w-96">
        <Toasts />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);

const Toasts = () => {
  const { text } = useUi();
  const { toasts } = Toast.useToastManager();
  return toasts.map((each) => {
    const Icon = icons[(each.type as Kind | undefined) ?? 'info'];
    return (
      <Toast.Root
        key={each.id}
        toast={each}
        swipeDirection={['down', 'right']}
        className="fade rounded-lg bg-ink text-canvas shadow-lg data-limited:hidden data-swiping:opacity-80"
      >
        <Toast.Content className="flex items-center gap-3 py-2.5 pr-2 pl-4">
          <Icon aria-hidden className="size-4.5 shrink-0" />
          <div className="min-w-0 flex-1">
            <Toast.Title className="text-base font-medium" />
            <Toast.Description className="mt-0.5 line-clamp-2 text-sm opacity-80" />
          </div>
          <Toast.Action className="h-8 shrink-0 rounded-md px-2.5 text-sm font-semibold underline underline-offset-3 outline-offset-0 hover:opacity-80" />
          <Toast.Close
            aria-label={text.close}
            className="grid size-8 shrink-0 place-items-center rounded-md opacity-70 hover:opacity-100"
          >
            <X aria-hidden className="size-4" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
};
