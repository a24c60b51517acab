import { Link } from '@tanstack/react-router';
import { RuleTexts, TierTexts } from '../../lib/order-matrix/sku-facts.tsx';
import { Picture } from '../../lib/picture.tsx';
import type { FoundRow } from './found.ts';
import { QuickAdd } from './quick-add.tsx';
import { RowDetail, RowName, RowPrice, RowPromotions, RowStock } from './row-facts.tsx';

/** A product as one line: more of them at once, with tiers and quantity rules where they are known. */
export const ProductRow = ({ row }: { row: FoundRow }) => (
  <li className="relative grid grid-cols-[4rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 px-3 py-2.5 hover:bg-hover md:grid-cols-[4rem_minmax(0,1fr)_minmax(8rem,auto)_2rem] md:px-4">
    <Picture picture={row.picture} sizes="64px" className="row-span-2 size-16 md:row-span-1" />
    <div className="flex min-w-0 flex-col gap-0.5">
      <Link
        to="/goods/$productId"
        params={{ productId: row.id }}
        search={row.matched?.sku ? { sku: row.matched.sku.id } : {}}
        className="line-clamp-2 font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-[-2px] focus-visible:after:outline-accent md:line-clamp-1"
      >
        <RowName row={row} />
      </Link>
      <RowDetail row={row} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted">
        <RowStock row={row} />
        {row.single && <RuleTexts sku={row.single} />}
        {row.single && <TierTexts sku={row.single} />}
        <RowPromotions row={row} />
      </div>
    </div>
    <RowPrice row={row} className="col-start-2 md:col-start-auto md:justify-end md:text-right" />
    <QuickAdd
      row={row}
      className="col-start-3 row-span-2 row-start-1 self-center md:col-start-auto md:row-span-1 md:row-start-auto"
    />
  </li>
);
