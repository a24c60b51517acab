import { Link, useNavigate } from '@tanstack/react-router';
import {
  Button,
  buttonClass,
  type Column,
  cx,
  DataTable,
  DateText,
  Drawer,
  EmptyState,
  Pagination,
  SearchField,
  SelectField,
  StatusBadge,
  UnitPriceText,
} from '@tradeline/ui';
import { Plus, SearchX, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { rememberList, useReturnToRow } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { Picture } from '../../lib/picture.tsx';
import { productStatusText, productStatusTone } from '../../lib/product-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { BulkLife } from './bulk-life.tsx';
import { ProductFilters } from './product-filters.tsx';
import {
  activeFilters,
  type ChangeSearch,
  noFilters,
  PAGE_SIZE,
  type ProductSearch,
  productSorts,
  productsInput,
} from './product-search.ts';

type Row = Outputs['catalog']['products']['rows'][number];

/** All goods, drafts and withdrawn ones too, with what can be promised of them. */
export const ProductsPage = ({ search }: { search: ProductSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/products/' });
  const [filtering, setFiltering] = useState(false);
  const products = trpc.catalog.products.useQuery(productsInput(search), { placeholderData: (old) => old });
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  const { rows, total } = products.data ?? {};
  const mayEdit = useMay('product.edit');
  const maySeePrices = useMay('price.read');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const chosen = (rows ?? []).filter((row) => selection.has(row.id));
  useListKeys();
  useReturnToRow('products', rows !== undefined);
  const change: ChangeSearch = (next) => {
    setSelection(new Set());
    void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  };
  const narrowed = activeFilters(search);
  const categoryOf = (row: Row) => say(categories.data?.find((each) => each.id === row.categoryId)?.name);
  const columns: Column<Row>[] = [
    {
      id: 'product',
      header: t.products_column_product(),
      card: 'title',
      width: 'w-full min-w-56',
      cell: (row) => (
        <span className="flex items-center gap-3">
          <Picture picture={row.picture} sizes="32px" className="size-8 shrink-0" />
          <Link
            to="/products/$productId"
            params={{ productId: row.id }}
            className="min-w-0 font-medium hover:underline md:max-w-md md:truncate"
          >
            {say(row.name)}
          </Link>
          <span className="tabular text-sm font-normal whitespace-nowrap text-faint">{row.number}</span>
        </span>
      ),
    },
    {
      id: 'brand',
      header: t.products_column_brand(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => (row.brand ? say(row.brand.name) : t.value_none()),
    },
    {
      id: 'category',
      header: t.products_column_category(),
      width: 'whitespace-nowrap',
      cell: categoryOf,
    },
    {
      id: 'skus',
      header: t.products_column_skus(),
      align: 'end',
      width: 'hidden lg:table-cell',
      cell: (row) => quantity(row.skuCount),
    },
    {
      id: 'available',
      header: t.products_column_available(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span className={cx('font-medium', row.available === 0 && 'text-danger-ink')}>{quantity(row.available)}</span>
      ),
    },
    ...(maySeePrices
      ? [
          {
            id: 'price',
            header: t.pe_column_price(),
            align: 'end' as const,
            width: 'whitespace-nowrap',
            cell: (row: Row) => <PriceSpan price={row.price} />,
          },
        ]
      : []),
    {
      id: 'updated',
      header: t.pe_column_updated(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => <DateText at={row.updatedAt} style={momentStyle(row.updatedAt)} className="text-muted" />,
    },
    {
      id: 'status',
      header: t.products_column_status(),
      card: 'aside',
      cell: (row) => <StatusBadge tone={productStatusTone(row.status)}>{productStatusText(row.status, t)}</StatusBadge>,
    },
  ];
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 pb-2 md:px-4 md:pt-4">
        <div className="flex items-center justify-between gap-3">
          <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.products_title()}</h1>
          {mayEdit && (
            <Link to="/products/new" className={buttonClass({ look: 'primary' })}>
              <Plus aria-hidden />
              {t.pe_new_product()}
            </Link>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            live
            className="min-w-0 flex-1 md:w-72 md:flex-none"
            label={t.products_search_label()}
            placeholder={t.products_search()}
            value={search.q ?? ''}
            onSearch={(q) => change({ q: q || undefined })}
          />
          <Button className="md:hidden" onPress={() => setFiltering(true)}>
            <SlidersHorizontal aria-hidden />
            {t.filters()}
            {narrowed > 0 && (
              <span className="tabular rounded-full bg-accent px-1.5 text-xs text-on-accent">{narrowed}</span>
            )}
          </Button>
          <div className="hidden flex-1 flex-wrap items-center gap-2 md:flex">
            <ProductFilters search={search} onChange={change} />
            {(narrowed > 0 || search.q) && (
              <Button look="quiet" onPress={() => change(noFilters)}>
                <X aria-hidden />
                {t.filters_clear()}
              </Button>
            )}
            <SelectField
              className="ml-auto w-32"
              hiddenLabel
              label={t.sort_label()}
              value={search.sort}
              onValueChange={(sort) => change({ sort })}
              options={productSorts.map((value) => ({
                value,
                label: {
                  number: search.q ? t.products_sort_best() : t.products_sort_number(),
                  newest: t.products_sort_newest(),
                  updated: t.pe_sort_updated(),
                  name: t.products_sort_name(),
                }[value],
              }))}
            />
          </div>
        </div>
      </header>
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={t.products_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => say(row.name)}
          {...(mayEdit ? { selection, onSelection: setSelection } : {})}
          onOpen={(row) => {
            rememberList('products', search, row.id);
            void navigate({ to: '/products/$productId', params: { productId: row.id } });
          }}
          busy={products.isPlaceholderData}
          skeletonRows={12}
          error={
            products.error && !products.data ? (
              <LoadError error={products.error} onRetry={() => void products.refetch()} />
            ) : undefined
          }
          empty={
            <EmptyState
              icon={<SearchX aria-hidden />}
              title={t.products_empty_title()}
              action={<Button onPress={() => change(noFilters)}>{t.filters_clear()}</Button>}
            >
              {t.products_empty_body()}
            </EmptyState>
          }
        />
      </div>
      {chosen.length > 0 && <BulkLife rows={chosen} onClear={() => setSelection(new Set())} />}
      <footer className="flex min-h-12 items-center gap-4 border-t border-line px-4 py-1.5 text-sm md:px-4">
        <span className="hidden text-faint lg:block">{t.keys_hint()}</span>
        <div className="ml-auto flex-1 md:flex-none">
          {total !== undefined && (
            <Pagination
              page={search.page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(page) => change({ page })}
              summary={t.products_count({ count: total, n: quantity(total) })}
            />
          )}
        </div>
      </footer>
      <Drawer side="bottom" open={filtering} onOpenChange={setFiltering} title={t.filters()}>
        <div className="flex flex-col gap-4">
          <ProductFilters labelled search={search} onChange={change} />
        </div>
      </Drawer>
    </div>
  );
};

/** The lowest base price of the variants, and the highest where it differs. */
const PriceSpan = ({ price }: { price: Row['price'] }) => {
  const { t } = useWords();
  if (!price) return <span className="text-faint">{t.value_none()}</span>;
  return (
    <span className="tabular">
      <UnitPriceText price={price.from} />
      {price.to !== price.from && (
        <>
          {' – '}
          <UnitPriceText price={price.to} />
        </>
      )}
    </span>
  );
};
