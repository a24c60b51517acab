import { cx } from '@tradeline/ui';
import { ZoomIn } from 'lucide-react';
import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { Picture, type PictureOf } from '../../lib/picture.tsx';
import { pictureSizes } from '../../lib/picture-sizes.ts';

const Lightbox = lazy(() => import('./lightbox.tsx').then(({ Lightbox }) => ({ default: Lightbox })));

/**
 * The pictures of a product: one large, all small below; the arrow keys walk through them. A mouse over the large one
 * looks closer, a press opens it in full.
 */
export const Gallery = ({ pictures }: { pictures: readonly PictureOf[] }) => {
  const t = useText();
  const [wanted, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const [focus, setFocus] = useState<string>();
  const at = Math.min(wanted, Math.max(0, pictures.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) setAt((at + step + pictures.length) % pictures.length);
  };
  const look = ({ pointerType, clientX, clientY, currentTarget }: PointerEvent) => {
    if (pointerType !== 'mouse') return;
    const box = currentTarget.getBoundingClientRect();
    setFocus(`${((clientX - box.left) / box.width) * 100}% ${((clientY - box.top) / box.height) * 100}%`);
  };
  return (
    <section aria-label={t.product_gallery()} className="flex flex-col gap-2 md:sticky md:top-20 md:self-start">
      {pictures.length === 0 ? (
        <Picture picture={undefined} sizes="100vw" className="w-full rounded-lg border border-line" />
      ) : (
        <button
          type="button"
          aria-label={t.product_zoom()}
          onClick={() => setOpen(true)}
          onPointerMove={look}
          onPointerLeave={() => setFocus(undefined)}
          className="relative cursor-zoom-in overflow-hidden rounded-lg border border-line"
        >
          <span
            className="block transition-transform duration-100 motion-reduce:transition-none"
            style={focus ? { transform: 'scale(2)', transformOrigin: focus } : undefined}
          >
            <Picture picture={pictures[at]} sizes={pictureSizes.gallery} eager className="w-full rounded-none" />
          </span>
          <span className="absolute right-2 bottom-2 grid size-8 place-items-center rounded-full bg-surface/90 text-muted shadow-sm">
            <ZoomIn aria-hidden className="size-4" />
          </span>
        </button>
      )}
      {pictures.length > 1 && (
        <fieldset aria-label={t.product_gallery()} onKeyDown={onKeyDown} className="flex gap-2 overflow-x-auto pb-1">
          {pictures.map((picture, index) => (
            <button
              key={picture.stem}
              type="button"
              aria-label={t.product_picture({ number: index + 1 })}
              aria-pressed={index === at}
              onClick={() => setAt(index)}
              className={cx(
                'shrink-0 rounded-md border-2',
                index === at ? 'border-accent' : 'border-transparent hover:border-line',
              )}
            >
              <Picture picture={picture} sizes="64px" className="size-15" />
            </button>
          ))}
        </fieldset>
      )}
      {open && (
        <Suspense fallback={null}>
          <Lightbox pictures={pictures} at={at} onAt={setAt} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
};
