import { type PointerEvent, useRef, useState } from 'react';

export type View = { scale: number; x: number; y: number };
const WHOLE: View = { scale: 1, x: 0, y: 0 };
const MOST = 5;

const bounded = ({ scale, x, y }: View): View => {
  const size = Math.min(MOST, Math.max(1, scale));
  return size === 1 ? WHOLE : { scale: size, x, y };
};

/** Looking closer at one thing: two fingers, the wheel, a double press, + and -. One finger moves what is enlarged. */
export const useZoom = (key: unknown) => {
  const [looked, setLooked] = useState({ key, view: WHOLE });
  // Another picture starts whole.
  const view = looked.key === key ? looked.view : WHOLE;
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const setView = (next: (now: View) => View) =>
    setLooked((now) => ({ key, view: next(now.key === key ? now.view : WHOLE) }));
  const spread = (): number => {
    const [a, b] = [...fingers.current.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const by = (factor: number) => setView((now) => bounded({ ...now, scale: now.scale * factor }));
  return {
    view,
    by,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const last = fingers.current.get(event.pointerId);
        if (!last) return;
        const before = spread();
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (fingers.current.size > 1) by(before > 0 ? spread() / before : 1);
        else
          setView((now) => bounded({ ...now, x: now.x + event.clientX - last.x, y: now.y + event.clientY - last.y }));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => fingers.current.delete(event.pointerId),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => fingers.current.delete(event.pointerId),
      onWheel: (event: { deltaY: number }) => by(event.deltaY < 0 ? 1.2 : 1 / 1.2),
      onDoubleClick: () => setView((now) => (now.scale > 1 ? WHOLE : { ...WHOLE, scale: 2.5 })),
    },
  };
};
