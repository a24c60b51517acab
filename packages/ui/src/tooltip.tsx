import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactNode, RefObject } from 'react';

export type TipProps = {
  content: ReactNode;
  anchor: RefObject<Element | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A mouse may move from the control to the tip and rest there. */
  onPointerEnter: () => void;
  onPointerLeave: () => void;
};

/** The tip itself, beside the control that asked for it. */
export const Tip = ({ content, anchor, open, onOpenChange, onPointerEnter, onPointerLeave }: TipProps) => (
  <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
    <Base.Portal>
      <Base.Positioner anchor={anchor} sideOffset={6} collisionPadding={8} className="z-60">
        <Base.Popup
          onPointerEnter={onPointerEnter}
          onPointerLeave={onPointerLeave}
          className="pop max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm text-canvas shadow-md"
        >
          {content}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
