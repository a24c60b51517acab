import { Link } from '@tanstack/react-router';
import { Button, Card } from '@tradeline/ui';
import { useState } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { SkuRow } from '../../lib/sku-row.tsx';
import type { Product } from './product-card.tsx';

const SHOWN_AT_FIRST = 4;

/** A product with its variants as lines to order from: price, stock, quantity. */
export const ProductRows = ({ product }: { product: Product }) => {
  const t = useText();
  const say = useBilingual();
  const [all, setAll] = useState(false);
  const skus = all ? product.skus : product.skus.slice(0, SHOWN_AT_FIRST);
  return (
    <li>
      <Card className="overflow-hidden">
        <div className="flex items-center gap-3 border-b border-line px-3 py-2.5 md:px-4">
          <Picture picture={product.picture} sizes="48px" className="size-12 shrink-0" />
          <div className="min-w-0 flex-1">
            <Link
              to="/goods/$productId"
              params={{ productId: product.id }}
              className="line-clamp-1 font-medium hover:underline"
            >
              {say(product.name)}
            </Link>
            <p className="truncate text-sm text-faint">
              {product.number}
              {product.brand ? ` · ${say(product.brand.name)}` : ''}
            </p>
          </div>
        </div>
        <ul className="divide-y divide-line">
          {skus.map((sku) => (
            <SkuRow
              key={sku.id}
              sku={sku}
              name={say(product.name)}
              options={optionText(product.axes, sku.options, say)}
            />
          ))}
        </ul>
        {product.skus.length > SHOWN_AT_FIRST && (
          <div className="border-t border-line px-2 py-1">
            <Button look="quiet" size="sm" wide onPress={() => setAll(!all)}>
              {all ? t.goods_show_fewer() : t.goods_show_all_variants({ count: product.skus.length })}
            </Button>
          </div>
        )}
      </Card>
    </li>
  );
};
