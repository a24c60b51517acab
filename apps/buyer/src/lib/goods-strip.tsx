import { Link } from '@tanstack/react-router';
import type { UnitPriceE4 } from '@tradeline/domain/money';
import { Card, CardHeader, cx, UnitPriceText } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { type Bilingual, useBilingual, useLanguage, useText } from './i18n.tsx';
import { Picture, type PictureOf } from './picture.tsx';

export type StripGoods = {
  id: string;
  name: Bilingual;
  picture: PictureOf | null;
  fromE4?: UnitPriceE4 | undefined;
  skuId?: string | undefined;
};

/** Goods in one row that is moved sideways where it does not fit. */
export const GoodsStrip = ({
  title,
  aside,
  goods,
  className,
}: {
  title: string;
  aside?: ReactNode;
  goods: readonly StripGoods[];
  className?: string;
}) => {
  const t = useText();
  const { language } = useLanguage();
  const say = useBilingual();
  if (goods.length === 0) return null;
  return (
    <Card className={className}>
      <CardHeader title={title} aside={aside} />
      <ul className="flex gap-3 overflow-x-auto p-4">
        {goods.map((one) => (
          <li key={one.skuId ?? one.id} className="relative flex w-30 shrink-0 flex-col gap-1.5 md:w-36">
            <Picture picture={one.picture} sizes="144px" className="w-full" />
            <Link
              to="/goods/$productId"
              params={{ productId: one.id }}
              search={one.skuId ? { sku: one.skuId } : {}}
              className="line-clamp-2 text-sm after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-accent"
            >
              {say(one.name)}
            </Link>
            {one.fromE4 !== undefined && (
              <p className="mt-auto flex items-baseline gap-1 text-sm font-semibold">
                <UnitPriceText price={one.fromE4} />
                {!one.skuId && (
                  <span className={cx('font-normal text-muted', language === 'en' && 'order-first')}>
                    {t.product_from()}
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};
