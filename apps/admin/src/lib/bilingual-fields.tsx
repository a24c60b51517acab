import { TextField } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { type Bilingual, useText } from './i18n.tsx';

/** A name in both languages, Chinese first; English may be left out. */
export const BilingualFields = ({
  label,
  value,
  onValueChange,
  error,
}: {
  label: string;
  value: Bilingual;
  onValueChange: (value: Bilingual) => void;
  error?: ReactNode;
}) => {
  const t = useText();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        label={t.assortments_name_zh({ label })}
        value={value.zh}
        error={error}
        onChange={(event) => onValueChange({ ...value, zh: event.target.value })}
      />
      <TextField
        optional
        label={t.assortments_name_en({ label })}
        value={value.en ?? ''}
        onChange={(event) => onValueChange({ ...value, en: event.target.value || undefined })}
      />
    </div>
  );
};
