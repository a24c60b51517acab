import { cx } from '@tradeline/ui';
import { Package } from 'lucide-react';
import { useState } from 'react';
import { type Bilingual, useBilingual } from './i18n.tsx';

export type PictureOf = { stem: string; widths: readonly number[]; alt: Bilingual };

/** A picture of goods in the size that is needed, or a quiet sign where there is none. `sizes` as in HTML. */
export const Picture = ({
  picture,
  sizes,
  className,
  eager = false,
}: {
  picture: PictureOf | null | undefined;
  sizes: string;
  className?: string;
  eager?: boolean;
}) => {
  const say = useBilingual();
  const [failed, setFailed] = useState<string>();
  const widths = picture?.widths.toSorted((a, b) => a - b) ?? [];
  const largest = widths.at(-1);
  return (
    <span
      className={cx(
        'relative grid aspect-square place-items-center overflow-hidden rounded-md bg-white text-faint dark:bg-sunken',
        className,
      )}
    >
      {picture && largest !== undefined && failed !== picture.stem ? (
        <img
          src={`/files/pictures/${picture.stem}-${largest}.webp`}
          srcSet={widths.map((width) => `/files/pictures/${picture.stem}-${width}.webp ${width}w`).join(', ')}
          sizes={sizes}
          alt={say(picture.alt)}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : 'auto'}
          decoding="async"
          onError={() => setFailed(picture.stem)}
          className="absolute inset-0 size-full object-contain dark:brightness-90"
        />
      ) : (
        <Package aria-hidden className="size-1/3 max-h-10 max-w-10" strokeWidth={1.5} />
      )}
    </span>
  );
};
