import { cx } from '@tradeline/ui';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { Picture, type PictureOf } from '../../lib/picture.tsx';

/** The pictures of a product: one large, all small below; the arrow keys walk through them. */
export const Gallery = ({ pictures }: { pictures: readonly PictureOf[] }) => {
  const t = useText();
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) setAt((now) => (now + step + pictures.length) % pictures.length);
  };
  return (
    <section aria-label={t.product_gallery()} className="flex flex-col gap-2 md:sticky md:top-20 md:self-start">
      <Picture
        picture={pictures[at]}
        sizes="(min-width: 820px) 40vw, 100vw"
        eager
        className="w-full rounded-lg border border-line"
      />
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
    </section>
  );
};
