import { Combobox, type FieldProps } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from './i18n.tsx';
import { optionText } from './option-text.ts';
import { trpc } from './trpc.ts';

/** Goods, found by name or item number. The one chosen is always among the choices, wherever it came from. */
export const SkuField = ({
  value,
  onValueChange,
  ...field
}: FieldProps & { value: string | undefined; onValueChange: (id: string | undefined) => void }) => {
  const say = useBilingual();
  const [text, setText] = useState('');
  const chosen = trpc.prices.sku.useQuery({ id: value ?? '' }, { enabled: value !== undefined, staleTime: 300_000 });
  const nameOf = (sku: NonNullable<typeof chosen.data>) =>
    [say(sku.productName), optionText(sku.axes, sku.options, say)].filter(Boolean).join(' ');
  const searched = chosen.data && text === nameOf(chosen.data) ? '' : text;
  const found = trpc.prices.skus.useQuery({ text: searched }, { staleTime: 60_000, placeholderData: (old) => old });
  const rows = (found.data ?? []).map((sku) => ({ ...sku, minQuantity: 1 }));
  const known = chosen.data && !rows.some(({ id }) => id === value) ? [chosen.data] : [];
  return (
    <Combobox
      {...field}
      value={value}
      onValueChange={onValueChange}
      onQuery={setText}
      options={[...known, ...rows].map((sku) => ({ value: sku.id, label: nameOf(sku), detail: sku.itemNumber }))}
    />
  );
};
