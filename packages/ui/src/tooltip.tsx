import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

export type TooltipProps = {
  content: ReactNode;
  /** The element the tip belongs to; it must take a ref and props. */
  children: ReactElement;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  delay?: number;
};

/** A short explanation beside a control. What it says must also reach people who never hover: name or describe the control too. */
export const Tooltip = ({ content, children, open, onOpenChange, delay = 350 }: TooltipProps) => (
  <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
    <Base.Trigger render={children} delay={delay} closeOnClick={open === undefined} />
    <Base.Portal>
      <Base.Positioner sideOffset={6} collisionPadding={8} className="z-60">
        <Base.Popup className="pop max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm text-canvas shadow-md">
          {content}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
