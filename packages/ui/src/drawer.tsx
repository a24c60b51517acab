import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { useUi } from './ui-context.tsx';

export type DrawerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  side?: 'start' | 'end' | 'bottom';
  /** Takes the room a table needs. */
  wide?: boolean;
};

const sides = {
  end: 'inset-y-0 right-0 h-dvh w-full max-w-md border-l data-[ending-style]:translate-x-full data-[starting-style]:translate-x-full',
  start:
    'inset-y-0 left-0 h-dvh w-[86vw] max-w-xs border-r data-[ending-style]:-translate-x-full data-[starting-style]:-translate-x-full',
  bottom:
    'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl border-t data-[ending-style]:translate-y-full data-[starting-style]:translate-y-full',
};

/** A panel that slides in beside (or over) the page and leaves it in place. */
export const Drawer = ({ open, onOpenChange, title, children, footer, side = 'end', wide = false }: DrawerProps) => {
  const { text } = useUi();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-50 bg-[oklch(0.2_0.02_232/0.5)]" />
        <Base.Popup
          className={cx(
            'fixed z-50 flex flex-col border-line bg-raised shadow-lg outline-none transition-transform duration-200 ease-out',
            sides[side],
            wide && side === 'end' && 'md:max-w-[min(46rem,88vw)]',
          )}
        >
          <div className="flex h-14 shrink-0 items-center justify-between gap-3 border-b border-line pr-2 pl-4">
            <Base.Title className="text-md font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton plain label={text.close} icon={<X aria-hidden />} />} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && (
            <div className="shrink-0 border-t border-line p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{footer}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
};
