import { Button, Combobox, SelectField } from '@tradeline/ui';
import { useState } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import type { Ref } from './ref-list.tsx';

const kinds = ['category', 'brand', 'tag', 'product'] as const;

/** Adds goods: a category with all below it, a brand, a tag, or one product. */
export const AddGoods = ({ onAdd }: { onAdd: (ref: Ref) => void }) => {
  const t = useText();
  const say = useBilingual();
  const [kind, setKind] = useState<(typeof kinds)[number]>('category');
  const [ref, setRef] = useState<string>();
  const [text, setText] = useState('');
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 }).data ?? [];
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 }).data ?? [];
  const tags = trpc.assortments.tags.useQuery(undefined, { enabled: kind === 'tag' }).data ?? [];
  const products =
    trpc.catalog.products.useQuery(
      { text: text || undefined, size: 20 },
      { enabled: kind === 'product', placeholderData: (old) => old },
    ).data?.rows ?? [];
  const named = {
    category: inTreeOrder(categories).map(({ row, depth }) => ({
      value: row.id,
      label: `${'\u2003'.repeat(depth)}${say(row.name)}`,
      name: row.name,
      number: null,
    })),
    brand: brands.map((row) => ({ value: row.id, label: say(row.name), name: row.name, number: null })),
    tag: tags.map((row) => ({ value: row.tag, label: row.tag, name: null, number: null })),
    product: products.map((row) => ({
      value: row.id,
      label: say(row.name),
      detail: row.number,
      name: row.name,
      number: row.number,
    })),
  }[kind];
  const add = () => {
    const found = named.find((one) => one.value === ref);
    if (!found) return;
    onAdd({ kind, ref: found.value, name: found.name, number: found.number });
    setRef(undefined);
  };
  const label = {
    category: t.assortments_kind_category(),
    brand: t.assortments_kind_brand(),
    tag: t.assortments_kind_tag(),
    product: t.assortments_kind_product(),
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        className="w-40"
        label={t.assortments_goods_kind()}
        value={kind}
        onValueChange={(next) => {
          setKind(next);
          setRef(undefined);
        }}
        options={kinds.map((value) => ({ value, label: label[value] }))}
      />
      <Combobox
        key={kind}
        className="w-72"
        label={label[kind]}
        placeholder={t.assortments_choose()}
        options={named}
        value={ref}
        onValueChange={setRef}
        {...(kind === 'product' ? { onQuery: setText } : {})}
      />
      <Button onPress={add}>{t.assortments_add()}</Button>
    </div>
  );
};
