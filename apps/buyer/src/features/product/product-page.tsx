import { Link, useNavigate } from '@tanstack/react-router';
import { seemsToCover } from '@tradeline/domain/inventory';
import { Breadcrumbs, Card, CardHeader, Facts, Skeleton, SkeletonText, usePageTitle } from '@tradeline/ui';
import { useEffect } from 'react';
import { FavouriteButton } from '../../lib/favourite-button.tsx';
import { Gently } from '../../lib/gently.tsx';
import { optionText } from '../../lib/goods.ts';
import { GoodsStrip } from '../../lib/goods-strip.tsx';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { rememberSeen } from '../../lib/seen.ts';
import { SkuRow } from '../../lib/sku-row.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { AddToList } from './add-to-list.tsx';
import { BuyBox } from './buy-box.tsx';
import { Gallery } from './gallery.tsx';
import { MyCode } from './my-code.tsx';
import { OptionPicker } from './option-picker.tsx';
import { ProductPapers } from './product-papers.tsx';
import { ShareLink } from './share-link.tsx';

export type Product = Outputs['catalog']['product'];
export type Sku = Product['skus'][number];

/** A product: what it is, which configurations there are, what each costs me. */
export const ProductPage = ({ id, skuId }: { id: string; skuId: string | undefined }) => {
  const product = trpc.catalog.product.useQuery({ id });
  if (product.error && !product.data) return <LoadError error={product.error} onRetry={() => void product.refetch()} />;
  if (!product.data) return <ProductSkeleton />;
  return (
    <Gently until={<ProductSkeleton />}>
      <ProductDetail product={product.data} skuId={skuId} />
    </Gently>
  );
};

const ProductDetail = ({ product, skuId }: { product: Product; skuId: string | undefined }) => {
  const t = useText();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/goods/$productId' });
  const choose = (sku: Sku) => void navigate({ search: { sku: sku.id }, replace: true, resetScroll: false });
  const sku =
    product.skus.find((candidate) => candidate.id === skuId) ??
    product.skus.find((candidate) => seemsToCover(candidate.stock, candidate.minQuantity)) ??
    product.skus[0];
  const name = say(product.name);
  usePageTitle(name);
  useEffect(() => rememberSeen(product.id), [product.id]);
  return (
    <article className="flex flex-col gap-6">
      <ProductPath product={product} name={name} />
      <div className="grid gap-6 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] md:gap-8 lg:gap-12">
        <Gallery key={sku?.id} pictures={picturesFor(product.pictures, sku?.id)} />
        <div className="flex min-w-0 flex-col gap-5">
          <header>
            <p className="text-sm text-muted">
              {product.brand ? `${say(product.brand.name)} · ` : ''}
              {t.product_number()} {sku?.itemNumber ?? product.number}
            </p>
            <h1 className="mt-1 text-xl font-semibold tracking-tight text-balance">{name}</h1>
            <div className="mt-1.5 flex flex-wrap items-center gap-x-1 gap-y-1">
              <FavouriteButton
                productId={product.id}
                {...(sku ? { skuId: sku.id } : {})}
                name={name}
                className="-ml-2"
              />
              {sku && <AddToList skuId={sku.id} />}
              <ShareLink title={name} />
            </div>
            {sku && <MyCode key={sku.id} sku={sku} />}
            {product.summary && <p className="mt-1.5 text-base text-muted">{say(product.summary)}</p>}
          </header>
          <Gently>
            {product.axes.length > 0 && sku && (
              <OptionPicker axes={product.axes} skus={product.skus} chosen={sku} onChoose={choose} />
            )}
            {sku && (
              <BuyBox
                key={sku.id}
                product={product}
                sku={sku}
                name={name}
                options={optionText(product.axes, sku.options, say)}
              />
            )}
          </Gently>
        </div>
      </div>
      <Gently>
        <div className="below-sight grid items-start gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          {product.skus.length > 1 && (
            <Card className="overflow-hidden">
              <CardHeader title={t.product_all_variants()} aside={t.goods_variants({ count: product.skus.length })} />
              <ul className="divide-y divide-line">
                {product.skus.map((each) => (
                  <SkuRow key={each.id} sku={each} name={name} options={optionText(product.axes, each.options, say)} />
                ))}
              </ul>
            </Card>
          )}
          <div className="flex flex-col gap-4">
            <Card>
              <CardHeader title={t.product_specification()} />
              <Facts
                className="px-4 py-3.5"
                items={[
                  { label: t.product_number(), value: product.number },
                  ...(product.model ? [{ label: t.product_model(), value: product.model }] : []),
                  ...product.attributes.map((line) => ({
                    label: say(line.name),
                    value: 'text' in line ? say(line.text) : [line.number, line.unit].filter(Boolean).join(' '),
                  })),
                  ...product.specification.map((line) => ({ label: say(line.name), value: say(line.value) })),
                  ...(sku?.packText ? [{ label: t.product_pack(), value: sku.packText }] : []),
                  ...(sku?.barcode
                    ? [{ label: t.product_barcode(), value: <span className="tabular">{sku.barcode}</span> }]
                    : []),
                ]}
              />
            </Card>
            <ProductPapers documents={product.documents} />
            {product.description && (
              <Card>
                <CardHeader title={t.product_description()} />
                <p className="px-4 py-3.5 text-base whitespace-pre-line text-muted">{say(product.description)}</p>
              </Card>
            )}
          </div>
        </div>
        <GoodsStrip className="below-sight" title={t.product_together()} goods={product.together} />
        <GoodsStrip className="below-sight" title={t.product_related()} goods={product.related} />
      </Gently>
    </article>
  );
};

const ProductPath = ({ product, name }: { product: Product; name: string }) => {
  const t = useText();
  const say = useBilingual();
  return (
    <Breadcrumbs
      steps={[
        { key: 'goods', node: <Link to="/goods">{t.nav_goods()}</Link> },
        ...product.path.map((category) => ({
          key: category.id,
          node: (
            <Link to="/goods" search={{ category: category.id }}>
              {say(category.name)}
            </Link>
          ),
        })),
        { key: 'product', node: <span className="line-clamp-1">{name}</span> },
      ]}
    />
  );
};

/** The pictures of the chosen variant first, then those of the product; other variants' are left out. */
const picturesFor = (pictures: Product['pictures'], skuId: string | undefined): Product['pictures'] => {
  const own = pictures.filter((picture) => picture.skuId === skuId);
  const common = pictures.filter((picture) => picture.skuId === null);
  return own.length + common.length > 0 ? [...own, ...common] : pictures;
};

const ProductSkeleton = () => (
  <div aria-busy className="grid gap-8 pt-8 md:grid-cols-2">
    <Skeleton className="aspect-square h-auto w-full rounded-lg" />
    <div className="flex flex-col gap-4">
      <Skeleton className="h-7 w-2/3" />
      <SkeletonText lines={4} />
      <Skeleton className="h-32 w-full" />
    </div>
  </div>
);
