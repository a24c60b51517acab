import { cx, UnitPriceText } from '@tradeline/ui';
import { Highlight } from '../../lib/highlight.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { PriceHidden } from '../../lib/price-hidden.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import { useWords } from '../../lib/words.ts';
import type { FoundRow } from './found.ts';

/** The product's name with what was searched for marked in it. */
export const RowName = ({ row }: { row: FoundRow }) => {
  const say = useBilingual();
  const name = say(row.name);
  const hits = row.highlights.find(({ field }) => field === 'name');
  return <Highlight text={name} ranges={hits?.ranges ?? []} />;
};

/** Brand and number; the item number or my own code when that is what was found. */
export const RowDetail = ({
  row,
  brief = false,
  className,
}: {
  row: FoundRow;
  /** Where there is little room the number gives way to how many variants there are. */
  brief?: boolean;
  className?: string;
}) => {
  const { t } = useWords();
  const say = useBilingual();
  const ranges = (field: string) => row.highlights.find((each) => each.field === field)?.ranges ?? [];
  const { matched } = row;
  const variants = row.skuCount > 1;
  const leaveOut = brief && variants && !matched && ranges('number').length === 0;
  return (
    <p className={cx('truncate text-sm text-faint', className)}>
      {row.brand && `${say(row.brand.name)} · `}
      {matched?.customerCode ? (
        <>
          {t.search_my_code()} <Highlight text={matched.customerCode} ranges={ranges('code')} />
        </>
      ) : matched?.sku ? (
        <Highlight text={matched.sku.itemNumber} ranges={ranges('itemNumber')} />
      ) : (
        !leaveOut && <Highlight text={row.number} ranges={ranges('number')} />
      )}
      {variants && `${leaveOut ? '' : ' · '}${t.goods_variants({ count: row.skuCount })}`}
    </p>
  );
};

/** My price of the cheapest variant, and whether more costs less. */
export const RowPrice = ({ row, className }: { row: FoundRow; className?: string }) => {
  const { t, language } = useWords();
  const say = useBilingual();
  const { price } = row;
  if (!price) return <PriceHidden className="text-base" brief />;
  return (
    <p className={cx('flex flex-wrap items-baseline gap-x-1.5', className)}>
      <UnitPriceText price={price.from} unit={say(row.single?.unit)} className="text-md font-semibold" />
      {price.to > price.from && (
        <span className={cx('text-xs text-muted', language === 'en' && 'order-first')}>{t.goods_from()}</span>
      )}
      {price.tiered && <span className="text-xs text-deal">{t.search_tiered()}</span>}
    </p>
  );
};

/** The promotions that could hold for it, by name. */
export const RowPromotions = ({ row, most = 2 }: { row: FoundRow; most?: number }) => {
  const say = useBilingual();
  if (row.promotions.length === 0) return null;
  return (
    <ul className="flex min-w-0 flex-wrap gap-1">
      {row.promotions.slice(0, most).map((promotion) => (
        <li key={promotion.id} className="max-w-full truncate rounded-sm bg-deal-soft px-1.5 text-xs text-deal">
          {say(promotion.name)}
        </li>
      ))}
    </ul>
  );
};

/** What is there, as exactly as I am told: a number, a level, or when it is expected. */
export const RowStock = ({ row, className }: { row: FoundRow; className?: string }) => {
  const say = useBilingual();
  return <StockText stock={row.stock} unit={say(row.single?.unit)} className={cx('text-xs', className)} />;
};
