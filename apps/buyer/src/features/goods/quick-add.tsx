import { firstAddition } from '@tradeline/domain/catalog';
import { Button, cx } from '@tradeline/ui';
import { Grid3x3, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { rulesOf } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { useAddToCart } from '../../lib/use-add-to-cart.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import type { FoundRow } from './found.ts';

const openDrawer = () => import('../../lib/order-matrix/matrix-drawer.tsx');
const MatrixDrawer = lazy(openDrawer);

/** The way into the cart from a list: the least quantity of goods without variants, the table of those with. */
export const QuickAdd = ({ row, className }: { row: FoundRow; className?: string }) => {
  const { t } = useWords();
  const say = useBilingual();
  const mayOrder = useMay('cart.edit');
  const { add, pending } = useAddToCart();
  const [open, setOpen] = useState(false);
  const name = say(row.name);
  const { single } = row;
  if (!mayOrder || !row.price) return null;
  if (single) {
    if (row.stock.state === 'out') return null;
    const quantity = firstAddition(0, rulesOf(single));
    return (
      <Button
        square
        size="sm"
        look="secondary"
        className={cx('relative z-1 text-accent-ink', className)}
        pending={pending}
        disabledReason={quantity === 0 ? t.quantity_nothing_allowed() : undefined}
        title={`${t.goods_add()} × ${quantity}`}
        aria-label={`${t.goods_add()} ${name}`}
        onPress={() => add([{ skuId: single.id, quantity }], t.goods_added_detail({ name, quantity }))}
      >
        <Plus aria-hidden />
      </Button>
    );
  }
  return (
    <>
      <Button
        square
        size="sm"
        look="secondary"
        className={cx('relative z-1 text-accent-ink', className)}
        title={t.search_choose_variants()}
        aria-label={`${t.search_choose_variants()} ${name}`}
        aria-haspopup="dialog"
        onPointerEnter={() => void openDrawer()}
        onPress={() => setOpen(true)}
      >
        <Grid3x3 aria-hidden />
      </Button>
      {open && (
        <Suspense>
          <MatrixDrawer product={row} onClosed={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
