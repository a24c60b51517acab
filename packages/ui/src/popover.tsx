import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

/** Settings or facts behind one button, that may hold any controls. For a list of commands take a `Menu`. */
export const Popover = ({
  trigger,
  label,
  children,
  align = 'end',
  open,
  onOpenChange,
}: {
  trigger: ReactElement;
  /** What it holds, for the screen reader. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}) => (
  <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
        <Base.Popup
          aria-label={label}
          className="pop max-h-(--available-height) overflow-y-auto rounded-lg border border-line bg-raised shadow-md outline-none"
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
