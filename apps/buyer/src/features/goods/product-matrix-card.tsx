import { Link } from '@tanstack/react-router';
import { Card } from '@tradeline/ui';
import { useRef } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { ProductMatrix } from '../../lib/order-matrix/product-matrix.tsx';
import type { Sheet } from '../../lib/order-matrix/use-sheet.ts';
import { Picture } from '../../lib/picture.tsx';
import { useNear } from '../../lib/use-near.ts';
import type { FoundRow } from './found.ts';
import { RowDetail, RowName, RowPromotions } from './row-facts.tsx';

/** A product with the table of its variants to order from; its variants are fetched when it comes near. */
export const ProductMatrixCard = ({ row, sheet }: { row: FoundRow; sheet: Sheet }) => {
  const say = useBilingual();
  const card = useRef<HTMLLIElement>(null);
  const near = useNear(card);
  return (
    <li ref={card}>
      <Card className="overflow-hidden">
        <div className="flex items-center gap-3 border-b border-line px-3 py-2.5 md:px-4">
          <Picture picture={row.picture} sizes="48px" className="size-12 shrink-0" />
          <div className="min-w-0 flex-1">
            <Link
              to="/goods/$productId"
              params={{ productId: row.id }}
              className="line-clamp-1 font-medium hover:underline"
            >
              <RowName row={row} />
            </Link>
            <RowDetail row={row} />
          </div>
          <div className="hidden max-w-1/2 sm:block">
            <RowPromotions row={row} />
          </div>
        </div>
        <div className="min-h-24 px-3 py-3 md:px-4">
          {near && <ProductMatrix product={row} name={say(row.name)} sheet={sheet} />}
        </div>
      </Card>
    </li>
  );
};
