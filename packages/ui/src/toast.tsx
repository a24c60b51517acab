import { Toaster as Sonner, toast } from 'sonner';
import { useUi } from './ui-context.tsx';

/** Where toasts appear: once in an app, beside its routes. */
export const Toaster = () => {
  const { text } = useUi();
  return (
    <Sonner
      theme="system"
      position="bottom-right"
      containerAriaLabel={text.notifications}
      offset={{ bottom: 'max(1rem, env(safe-area-inset-bottom))', right: '1rem' }}
      mobileOffset={{ bottom: 'calc(4.5rem + env(safe-area-inset-bottom))', left: '0.75rem', right: '0.75rem' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-3 rounded-lg bg-ink px-4 py-3 text-base text-canvas shadow-lg sm:w-96',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'mt-0.5 text-sm opacity-80',
          icon: 'shrink-0 [&_svg]:size-4',
          actionButton:
            'shrink-0 rounded-md px-2.5 h-8 text-sm font-semibold underline underline-offset-2 hover:opacity-80',
        },
      }}
    />
  );
};

export { toast };
