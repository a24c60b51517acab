import { Link } from '@tanstack/react-router';
import { Breadcrumbs, buttonClass, Card, CardHeader, DateText, Facts, Skeleton, StatusBadge } from '@tradeline/ui';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { type Asked, LedgerDrawer } from '../../lib/ledger-drawer.tsx';
import { searchOf } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { Picture } from '../../lib/picture.tsx';
import { productStatusText, productStatusTone } from '../../lib/product-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { PriceTable } from './price-table.tsx';
import { StockTable } from './stock-table.tsx';

export type Product = Outputs['catalog']['product'];

/** One product: its SKUs with their stock, its prices list by list, what is known of it. */
export const ProductPage = ({ productId }: { productId: string }) => {
  const t = useText();
  const say = useBilingual();
  const maySeePrices = useMay('price.read');
  const mayEdit = useMay('product.edit');
  const [asked, setAsked] = useState<Asked>();
  const { data: product, error, refetch } = trpc.catalog.product.useQuery({ id: productId });
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  if (error && !product) return <LoadError error={error} onRetry={() => void refetch()} />;
  const facts = product && [
    { label: t.products_column_number(), value: <span className="tabular">{product.number}</span> },
    ...(product.model ? [{ label: t.product_model(), value: product.model }] : []),
    ...(product.brand ? [{ label: t.products_column_brand(), value: say(product.brand.name) }] : []),
    {
      label: t.products_column_category(),
      value: say(categories.data?.find((each) => each.id === product.categoryId)?.name),
    },
    { label: t.product_tax(), value: <span className="tabular">{product.taxRate}%</span> },
    { label: t.product_created(), value: <DateText at={product.createdAt} style="date" /> },
  ];
  return (
    <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-4 p-4 md:p-5">
      <header className="flex flex-col gap-2">
        <Breadcrumbs
          steps={[
            {
              key: 'products',
              node: (
                <Link to="/products" search={searchOf('products')}>
                  {t.products_title()}
                </Link>
              ),
            },
            { key: 'product', node: <span>{product?.number ?? '…'}</span> },
          ]}
        />
        {product ? (
          <div className="flex items-center gap-4">
            <Picture picture={product.pictures[0]} sizes="56px" eager className="size-14 shrink-0 border border-line" />
            <div className="min-w-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h1 className="text-xl font-semibold tracking-tight">{say(product.name)}</h1>
                {mayEdit && (
                  <Link
                    to="/products/$productId/edit"
                    params={{ productId }}
                    className={`${buttonClass({ size: 'sm' })} order-last`}
                  >
                    <Pencil aria-hidden />
                    {t.pe_edit()}
                  </Link>
                )}
                <StatusBadge tone={productStatusTone(product.status)}>
                  {productStatusText(product.status, t)}
                </StatusBadge>
              </div>
              {product.summary && <p className="text-muted">{say(product.summary)}</p>}
            </div>
          </div>
        ) : (
          <Skeleton className="h-14 w-80" />
        )}
      </header>
      {product && facts ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <StockTable product={product} onAsk={setAsked} />
            {maySeePrices && <PriceTable product={product} />}
          </div>
          <div className="grid min-w-0 gap-4 sm:grid-cols-2 lg:grid-cols-1">
            <Card>
              <CardHeader title={t.product_facts()} />
              <Facts className="px-4 py-3" items={facts} />
            </Card>
            {product.specification.length > 0 && (
              <Card>
                <CardHeader title={t.product_specification()} />
                <Facts
                  className="px-4 py-3"
                  items={product.specification.map(({ name, value }) => ({ label: say(name), value: say(value) }))}
                />
              </Card>
            )}
            {product.description && (
              <Card>
                <CardHeader title={t.product_description()} />
                <p className="px-4 py-3 whitespace-pre-line text-muted">{say(product.description)}</p>
              </Card>
            )}
          </div>
        </div>
      ) : (
        <Skeleton className="h-80 w-full rounded-lg" />
      )}
      <LedgerDrawer asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  );
};
