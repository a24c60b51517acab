import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { type Area, moved, resized, type Size } from './crop-math.ts';

/** The whole picture with the part that will be shown: moved and sized with the pointer, or with the arrow keys (Shift sizes). */
export const CropBox = ({
  src,
  size,
  area,
  square,
  onSize,
  onArea,
}: {
  src: string;
  size: Size | undefined;
  area: Area | undefined;
  square: boolean;
  onSize: (size: Size) => void;
  onArea: (area: Area) => void;
}) => {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const grip = useRef<{ x: number; y: number; area: Area; sizing: boolean }>(undefined);
  const scale = () => (size ? size.width / (frame.current?.clientWidth || size.width) : 1);
  const start = (event: PointerEvent, sizing: boolean) => {
    if (!area) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, y: event.clientY, area, sizing };
  };
  const drag = (event: PointerEvent) => {
    const held = grip.current;
    if (!held || !size) return;
    const [dx, dy] = [(event.clientX - held.x) * scale(), (event.clientY - held.y) * scale()];
    onArea(held.sizing ? resized(held.area, dx, dy, size, square) : moved(held.area, dx, dy, size));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey ? 1 : 16;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!by || !area || !size) return;
    event.preventDefault();
    const [dx = 0, dy = 0] = by;
    onArea(event.shiftKey ? resized(area, dx, dy, size, square) : moved(area, dx, dy, size));
  };
  const percent = (value: number, of: number) => `${(value / of) * 100}%`;
  return (
    <div className="grid place-items-center rounded-lg bg-sunken p-2">
      <div ref={frame} className="relative max-w-full touch-none overflow-hidden">
        <img
          src={src}
          alt=""
          draggable={false}
          className="block max-h-[44dvh] max-w-full select-none"
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onSize({ width, height })}
        />
        {size && area && (
          <button
            type="button"
            aria-label={t.pe_crop_area({ width: area.width, height: area.height })}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => start(event, false)}
            onPointerMove={drag}
            onPointerUp={() => {
              grip.current = undefined;
            }}
            className="absolute cursor-move border-2 border-white shadow-[0_0_0_9999px_rgb(0_0_0/0.5)] outline-offset-2"
            style={{
              left: percent(area.left, size.width),
              top: percent(area.top, size.height),
              width: percent(area.width, size.width),
              height: percent(area.height, size.height),
            }}
          >
            <span
              aria-hidden
              onPointerDown={(event) => start(event, true)}
              onPointerMove={drag}
              onPointerUp={() => {
                grip.current = undefined;
              }}
              className="absolute right-0 bottom-0 size-7 cursor-nwse-resize rounded-tl-lg bg-white/90"
            />
          </button>
        )}
      </div>
    </div>
  );
};
