import { Combobox, type FieldProps } from '@tradeline/ui';
import { useState } from 'react';
import { useText } from './i18n.tsx';
import { trpc } from './trpc.ts';

/** A customer, found by name or number. The one chosen is always among the choices, wherever it came from. */
export const CustomerField = ({
  value,
  onValueChange,
  placeholder,
  ...field
}: FieldProps & {
  value: string | undefined;
  onValueChange: (id: string | undefined) => void;
  /** What none chosen means; unless it is said, one has to be chosen. */
  placeholder?: string;
}) => {
  const t = useText();
  const [text, setText] = useState('');
  const chosen = trpc.customers.get.useQuery({ id: value ?? '' }, { enabled: value !== undefined, staleTime: 300_000 });
  const searched = text && text === chosen.data?.name ? '' : text;
  const found = trpc.customers.list.useQuery(
    { text: searched || undefined, size: 20 },
    { staleTime: 60_000, placeholderData: (old) => old },
  );
  const rows = found.data?.rows ?? [];
  const known = chosen.data && value !== undefined && !rows.some((row) => row.id === value) ? [chosen.data] : [];
  return (
    <Combobox
      {...field}
      value={value}
      onValueChange={onValueChange}
      onQuery={setText}
      placeholder={placeholder ?? t.assortments_choose()}
      options={[...known, ...rows].map(({ id, name, number }) => ({ value: id, label: name, detail: number }))}
    />
  );
};
