import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { useUi } from './ui-context.tsx';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons at its foot, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** Keep it open on a press outside: for forms, where typed text would be lost. */
  keepOnOutsidePress?: boolean;
};

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' };

/** A task apart from the page. On a phone it rises from the foot of the screen and takes its whole width. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'md',
  keepOnOutsidePress = false,
}: DialogProps) => {
  const { text } = useUi();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal={keepOnOutsidePress}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-50 bg-[oklch(0.2_0.02_232/0.5)]" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            className={cx(
              'pop flex max-h-[92dvh] w-full flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-lg outline-none sm:rounded-xl',
              widths[size],
            )}
          >
            <div className="flex items-start gap-3 px-5 pt-4 pb-2">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-base text-muted">{description}</Base.Description>
                )}
              </div>
              <Base.Close render={<IconButton plain className="-mr-2" label={text.close} icon={<X aria-hidden />} />} />
            </div>
            {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>}
            {footer && (
              <div className="flex flex-col-reverse gap-2 px-5 pt-3 pb-4 sm:flex-row sm:justify-end">{footer}</div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
};
