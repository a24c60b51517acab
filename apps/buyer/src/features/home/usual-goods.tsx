import { Link } from '@tanstack/react-router';
import { seemsToCover } from '@tradeline/domain/inventory';
import { Button, buttonClass, Card, CardHeader, EmptyState, Skeleton, UnitPriceText } from '@tradeline/ui';
import { PackageSearch, Plus } from 'lucide-react';
import { useGently } from '../../lib/gently.tsx';
import { optionText } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { Picture } from '../../lib/picture.tsx';
import { StockText } from '../../lib/stock-text.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useAddToCart } from '../../lib/use-add-to-cart.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';

type Usual = Outputs['catalog']['usual'][number];

const MOST = 10;
/** As many as a phone shows on its first screen. */
const AT_ONCE = 3;

/** What this company orders most, one tap from the cart. */
export const UsualGoods = ({ className }: { className: string }) => {
  const { t } = useWords();
  const usual = trpc.catalog.usual.useQuery();
  const rows = useGently(usual.data ?? [], usual.data?.slice(0, AT_ONCE) ?? []).slice(0, MOST);
  return (
    <Card className={className}>
      <CardHeader title={t.home_usual()} aside={<span className="hidden sm:inline">{t.home_usual_hint()}</span>} />
      {usual.error && !usual.data ? (
        <LoadError error={usual.error} onRetry={() => void usual.refetch()} />
      ) : !usual.data ? (
        <div aria-busy className="grid gap-x-6 p-4 md:grid-cols-2">
          {[1, 2, 3, 4, 5, 6].map((row) => (
            <div key={row} className="flex items-center gap-3 py-2.5">
              <Skeleton className="size-12" />
              <Skeleton className="w-2/3" />
            </div>
          ))}
        </div>
      ) : usual.data.length === 0 ? (
        <EmptyState
          icon={<PackageSearch aria-hidden />}
          title={t.home_usual()}
          action={
            <Link to="/goods" className={buttonClass({ look: 'primary' })}>
              {t.home_browse()}
            </Link>
          }
        >
          {t.home_usual_empty()}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] px-4 py-1.5 md:grid-cols-2 md:gap-x-8">
          {rows.map((sku) => (
            <UsualRow key={sku.id} sku={sku} />
          ))}
        </ul>
      )}
    </Card>
  );
};

const UsualRow = ({ sku }: { sku: Usual }) => {
  const { t } = useWords();
  const say = useBilingual();
  const mayOrder = useMay('cart.edit');
  const { add, pending } = useAddToCart();
  const name = say(sku.productName);
  const options = optionText(sku.axes, sku.options, say);
  const short = !seemsToCover(sku.stock, sku.minQuantity);
  return (
    <li className="flex items-center gap-3 border-b border-line py-2.5 last:border-0 md:[&:nth-last-child(2):nth-child(odd)]:border-0">
      <Picture picture={sku.picture} sizes="48px" className="size-12 shrink-0" />
      <div className="min-w-0 flex-1">
        <Link
          to="/goods/$productId"
          params={{ productId: sku.productId }}
          search={{ sku: sku.id }}
          className="block truncate font-medium hover:underline"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-muted">
          {[options, t.home_ordered_times({ count: sku.orders })].filter(Boolean).join(' · ')}
        </p>
        <StockText stock={sku.stock} unit={say(sku.unit)} className="text-xs" />
      </div>
      <div className="flex shrink-0 items-center gap-2">
        {sku.price && <UnitPriceText price={sku.price.unitPriceE4} className="font-semibold" />}
        {mayOrder && sku.price && (
          <Button
            square
            size="sm"
            look="secondary"
            pending={pending}
            disabledReason={short ? t.stock_out() : undefined}
            aria-label={`${t.goods_add()} ${name} ${options}`}
            onPress={() =>
              add(
                [{ skuId: sku.id, quantity: sku.minQuantity }],
                t.goods_added_detail({ name: `${name} ${options}`, quantity: sku.minQuantity }),
              )
            }
          >
            <Plus aria-hidden />
          </Button>
        )}
      </div>
    </li>
  );
};
