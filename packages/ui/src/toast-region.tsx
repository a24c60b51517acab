import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { regionStands, type ToastKind, toastManager } from './toast.ts';
import { useUi } from './ui-context.tsx';

const icons: Record<ToastKind, typeof Info> = { info: Info, success: CircleCheck, error: CircleAlert };

/** The region around a toast says it aloud. It asks nothing and holds nobody, so it is no dialog, as the library has it. */
const noDialog = { role: 'group', 'aria-modal': undefined };
/** The library hides the button from screen readers and leaves it to the keyboard: whoever gets there must hear what it is. */
const reachable = { 'aria-hidden': undefined };

/** The region where toasts are shown. Its styles stand in our sheet, so a strict content policy can hold. */
export const ToastRegion = () => {
  // Runs after the provider below has begun to listen.
  useEffect(regionStands, []);
  return (
    <Toast.Provider toastManager={toastManager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-3 bottom-[calc(var(--toast-lift,4.5rem)+env(safe-area-inset-bottom))] left-3 z-70 flex flex-col-reverse gap-2 md:right-5 md:bottom-5 md:left-auto md:w-96">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
};

const Toasts = () => {
  const { text } = useUi();
  const { toasts } = Toast.useToastManager();
  return toasts.map((each) => {
    const Icon = icons[(each.type as ToastKind | undefined) ?? 'info'];
    return (
      <Toast.Root
        key={each.id}
        toast={each}
        {...noDialog}
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
            {...reachable}
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
