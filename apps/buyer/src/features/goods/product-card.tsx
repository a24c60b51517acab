import { Link } from '@tanstack/react-router';
import { type ShownStock, seemsToCover } from '@tradeline/domain/inventory';
import { Button, cx, UnitPriceText } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { PriceHidden } from '../../lib/price-hidden.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useAddToCart } from '../../lib/use-add-to-cart.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';

export type Product = Outputs['catalog']['products']['rows'][number];

/** The variant with the lowest price of mine, which "from" speaks of. */
export const cheapest = (product: Product) =>
  product.skus.filter((sku) => sku.price).sort((a, b) => a.price!.unitPriceE4 - b.price!.unitPriceE4)[0];

const order: readonly ShownStock['state'][] = ['in', 'low', 'expected', 'out'];

/** Stock of a product: of its best-stocked variant, with the units of all where they are told. */
const stockOfAll = (all: readonly ShownStock[]): ShownStock => {
  const best = order.flatMap((state) => all.find((stock) => stock.state === state) ?? [])[0] ?? { state: 'out' };
  const numbers = all.flatMap(({ available }) => available ?? []);
  return numbers.length === 0 ? best : { ...best, available: numbers.reduce((sum, units) => sum + units, 0) };
};

/** A product as a picture with my price. One variant is added at once; of several one chooses on its page. */
export const ProductCard = ({ product }: { product: Product }) => {
  const words = useWords();
  const { t, language } = words;
  const say = useBilingual();
  const { add, pending } = useAddToCart();
  const mayOrder = useMay('cart.edit');
  const from = cheapest(product);
  const [only] = product.skus;
  const single = product.skus.length === 1 ? only : undefined;
  const stock = stockOfAll(product.skus.map((sku) => sku.stock));
  const name = say(product.name);
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-lg border border-line bg-surface focus-within:border-control hover:border-control">
      <Picture
        picture={product.picture}
        sizes="(min-width: 1100px) 260px, (min-width: 560px) 33vw, 50vw"
        className="rounded-none"
      />
      <div className="flex flex-1 flex-col gap-1 p-3">
        <Link
          to="/goods/$productId"
          params={{ productId: product.id }}
          className="line-clamp-2 min-h-10 font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-faint">
          {product.brand ? `${say(product.brand.name)} · ` : ''}
          {product.skus.length > 1 ? t.goods_variants({ count: product.skus.length }) : product.number}
        </p>
        <div className="mt-auto pt-1.5">
          {from?.price ? (
            <p className="flex items-baseline gap-1">
              <UnitPriceText price={from.price.unitPriceE4} unit={say(from.unit)} className="text-md font-semibold" />
              {product.skus.length > 1 && (
                <span className={cx('text-xs text-muted', language === 'en' && 'order-first')}>{t.goods_from()}</span>
              )}
            </p>
          ) : (
            <PriceHidden className="text-base" brief />
          )}
          <div className="flex min-h-9 items-center justify-between gap-1">
            <StockText stock={stock} unit={only ? say(only.unit) : ''} className="min-w-0 truncate text-xs" />
            {mayOrder && single?.price && seemsToCover(single.stock, single.minQuantity) && (
              <Button
                look="quiet"
                size="sm"
                square
                className="relative z-1 text-accent-ink"
                pending={pending}
                aria-label={`${t.goods_add()} ${name}`}
                onPress={() =>
                  add(
                    [{ skuId: single.id, quantity: single.minQuantity }],
                    t.goods_added_detail({ name, quantity: single.minQuantity }),
                  )
                }
              >
                <Plus aria-hidden />
              </Button>
            )}
          </div>
        </div>
      </div>
    </li>
  );
};
