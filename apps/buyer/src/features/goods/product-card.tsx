import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { memo } from 'react';
import { FavouriteButton } from '../../lib/favourite-button.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { pictureSizes } from '../../lib/picture-sizes.ts';
import { useWords } from '../../lib/words.ts';
import type { FoundRow } from './found.ts';
import { QuickAdd } from './quick-add.tsx';
import { RowDetail, RowName, RowPrice, RowPromotions, RowStock } from './row-facts.tsx';

/** A product as a picture with my price, and the quick way into the cart. */
export const ProductCard = memo(({ row, eager = false }: { row: FoundRow; eager?: boolean }) => {
  const { t } = useWords();
  const say = useBilingual();
  return (
    <li className="group relative flex flex-col overflow-hidden [contain-intrinsic-size:auto_20rem] [content-visibility:auto] rounded-lg border border-line bg-surface focus-within:border-control hover:border-control">
      <Picture picture={row.picture} sizes={pictureSizes.card} className="rounded-none" eager={eager} />
      {row.boughtBefore && (
        <span className="absolute top-2 left-2 inline-flex items-center gap-1 rounded-sm bg-surface/90 px-1.5 text-xs text-muted">
          <History aria-hidden className="size-3" />
          {t.search_bought()}
        </span>
      )}
      <FavouriteButton productId={row.id} name={say(row.name)} className="absolute top-1.5 right-1.5 bg-surface/85" />
      <div className="flex flex-1 flex-col gap-1 p-3">
        <Link
          to="/goods/$productId"
          params={{ productId: row.id }}
          search={row.matched?.sku ? { sku: row.matched.sku.id } : {}}
          className="line-clamp-2 min-h-10 font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-[-2px] focus-visible:after:outline-accent"
        >
          <RowName row={row} />
        </Link>
        <RowDetail row={row} brief />
        <RowPromotions row={row} most={1} />
        <div className="mt-auto flex items-end justify-between gap-2 pt-1">
          <div className="min-w-0">
            <RowPrice row={row} />
            <RowStock row={row} className="max-w-full" />
          </div>
          <QuickAdd row={row} className="shrink-0" />
        </div>
      </div>
    </li>
  );
});
