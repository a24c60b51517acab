import { IconButton } from '@tradeline/ui';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import type { PictureOf } from '../../lib/picture.tsx';
import { useZoom } from './use-zoom.ts';

/** A picture over the whole screen: arrows walk, + and - or two fingers look closer, Escape leaves. */
export const Lightbox = ({
  pictures,
  at,
  onAt,
  onClose,
}: {
  pictures: readonly PictureOf[];
  at: number;
  onAt: (at: number) => void;
  onClose: () => void;
}) => {
  const t = useText();
  const say = useBilingual();
  const dialog = useRef<HTMLDialogElement>(null);
  const picture = pictures[at];
  const { view, by, handlers } = useZoom(picture?.stem);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const walk = (step: number) => onAt((at + step + pictures.length) % pictures.length);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') walk(1);
    else if (key === 'ArrowLeft') walk(-1);
    else if (key === '+' || key === '=') by(1.4);
    else if (key === '-') by(1 / 1.4);
  };
  if (!picture) return null;
  const largest = picture.widths.toSorted((a, b) => a - b).at(-1);
  return (
    <dialog
      ref={dialog}
      aria-label={say(picture.alt)}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="fixed inset-0 m-0 h-dvh max-h-none w-dvw max-w-none overflow-hidden bg-surface text-ink backdrop:bg-transparent"
    >
      <div {...handlers} className="absolute inset-0 grid touch-none place-items-center overflow-hidden">
        <img
          src={`/files/pictures/${picture.stem}-${largest}.webp`}
          alt={say(picture.alt)}
          draggable={false}
          className="max-h-full max-w-full object-contain select-none"
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        />
      </div>
      <IconButton
        plain
        className="absolute top-3 right-3 bg-surface/90"
        label={t.product_zoom_close()}
        icon={<X aria-hidden />}
        onPress={onClose}
      />
      {pictures.length > 1 && (
        <div className="absolute inset-x-0 bottom-4 flex items-center justify-center gap-3">
          <IconButton
            plain
            className="bg-surface/90"
            label={t.product_zoom_previous()}
            icon={<ChevronLeft aria-hidden />}
            onPress={() => walk(-1)}
          />
          <span aria-live="polite" className="tabular rounded-full bg-surface/90 px-3 py-1 text-sm">
            {t.product_zoom_of({ number: at + 1, count: pictures.length })}
          </span>
          <IconButton
            plain
            className="bg-surface/90"
            label={t.product_zoom_next()}
            icon={<ChevronRight aria-hidden />}
            onPress={() => walk(1)}
          />
        </div>
      )}
    </dialog>
  );
};
