import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** How a control is asked about itself. */
export type Asking = {
  onPointerEnter?: (event: PointerEvent<Element>) => void;
  onPointerLeave?: (event: PointerEvent<Element>) => void;
  onPointerDown?: (event: PointerEvent<Element>) => void;
  onFocus?: (event: FocusEvent<Element>) => void;
  onBlur?: (event: FocusEvent<Element>) => void;
};

type Control = { open?: boolean | undefined; onOpenChange?: ((open: boolean) => void) | undefined };

/** Long enough to move the mouse from the control to its tip. */
const LEAVE_MS = 120;

/**
 * When a tip shows: a mouse that rests on the control, or the keyboard that arrives at it; it goes when either leaves, at a
 * press, and by Escape. A finger does not hover; a control that must answer it opens its tip itself. `own` handlers go on working.
 */
export const useTip = (own: Asking, delay: number, { open, onOpenChange }: Control) => {
  const anchor = useRef<Element>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [inner, setInner] = useState(false);
  const [asked, setAsked] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: boolean) => {
    clearTimeout(timer.current);
    if (next) setAsked(true);
    setInner(next);
    onOpenChange?.(next);
  };
  const later = (next: boolean, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => change(next), ms);
  };
  const asking: Asking = {
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event);
      anchor.current = event.currentTarget;
      if (event.pointerType !== 'touch') later(true, delay);
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event);
      if (event.pointerType !== 'touch') later(false, LEAVE_MS);
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event);
      clearTimeout(timer.current);
      if (open === undefined) setInner(false);
    },
    onFocus: (event) => {
      own.onFocus?.(event);
      anchor.current = event.currentTarget;
      if (event.currentTarget.matches(':focus-visible')) change(true);
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      change(false);
    },
  };
  return {
    asked: asked || open === true,
    asking,
    tip: {
      anchor,
      open: open ?? inner,
      onOpenChange: change,
      onPointerEnter: () => clearTimeout(timer.current),
      onPointerLeave: () => later(false, LEAVE_MS),
    },
  };
};
