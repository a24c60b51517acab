import { cx } from '@tradeline/ui';
import { useState } from 'react';
import { type Bilingual, useBilingual } from '../../lib/i18n.tsx';

/** Widths a logo is stored in. */
const WIDTH = 256;

/** The brand's logo, or the first sign of its name where it has none. Its name stands beside it. */
export const BrandLogo = ({
  brand,
  className,
}: {
  brand: { name: Bilingual; logoStem?: string | null };
  className?: string;
}) => {
  const say = useBilingual();
  const [failed, setFailed] = useState(false);
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 place-items-center overflow-hidden rounded-md border border-line bg-white text-lg font-semibold text-accent-ink dark:bg-sunken',
        className,
      )}
    >
      {brand.logoStem && !failed ? (
        <img
          src={`/files/pictures/${brand.logoStem}-${WIDTH}.webp`}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
          onError={() => setFailed(true)}
        />
      ) : (
        [...say(brand.name)][0]
      )}
    </span>
  );
};
