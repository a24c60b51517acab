import { Checkbox, SelectField } from '@tradeline/ui';
import { useMemo } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { productStatusText } from '../../lib/product-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { type ChangeSearch, type ProductSearch, productStatuses } from './product-search.ts';

/** Category, brand, status and stock. */
export const ProductFilters = ({
  search,
  onChange,
  labelled = false,
}: {
  search: ProductSearch;
  onChange: ChangeSearch;
  /** Labels in sight: in the drawer of a phone. */
  labelled?: boolean;
}) => {
  const t = useText();
  const say = useBilingual();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 });
  const ordered = useMemo(() => inTreeOrder(categories.data ?? []), [categories.data]);
  const hiddenLabel = !labelled;
  return (
    <>
      <SelectField
        className="md:w-40"
        label={t.products_category()}
        {...{ hiddenLabel }}
        value={search.category ?? ''}
        onValueChange={(category) => onChange({ category: category || undefined })}
        options={[
          { value: '', label: t.products_any_category() },
          ...ordered.map(({ row, depth }) => ({ value: row.id, label: `${'\u2003'.repeat(depth)}${say(row.name)}` })),
        ]}
      />
      <SelectField
        className="md:w-36"
        label={t.products_brand()}
        {...{ hiddenLabel }}
        value={search.brand ?? ''}
        onValueChange={(brand) => onChange({ brand: brand || undefined })}
        options={[
          { value: '', label: t.products_any_brand() },
          ...(brands.data ?? []).map((brand) => ({ value: brand.id, label: say(brand.name) })),
        ]}
      />
      <SelectField
        className="md:w-32"
        label={t.products_status()}
        {...{ hiddenLabel }}
        value={search.status ?? ''}
        onValueChange={(status) => onChange({ status: status || undefined })}
        options={[
          { value: '', label: t.products_any_status() },
          ...productStatuses.map((value) => ({ value, label: productStatusText(value, t) })),
        ]}
      />
      <Checkbox
        checked={search.stock}
        onCheckedChange={(stock) => onChange({ stock })}
        label={<span className="whitespace-nowrap">{t.products_in_stock()}</span>}
      />
    </>
  );
};
