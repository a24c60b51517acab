import { TextAreaField, TextField } from '@tradeline/ui';
import type { ReactNode } from 'react';
import type { Both } from './form-model.ts';

/** One text in both languages, side by side where there is room. */
export const BothFields = ({
  labels,
  value,
  onChange,
  errors = {},
  rows,
  optional = false,
  hint,
  path,
}: {
  labels: { zh: string; en: string };
  value: Both;
  onChange: (value: Both) => void;
  errors?: { zh?: string | undefined; en?: string | undefined };
  /** Several lines: a text area of this height. */
  rows?: number;
  optional?: boolean;
  hint?: ReactNode;
  /** Where it stands in the draft, so that a problem can lead here. */
  path: string;
}) => (
  <div className="grid gap-3 sm:grid-cols-2">
    {(['zh', 'en'] as const).map((language) => {
      const shared = {
        label: labels[language],
        value: value[language],
        error: errors[language],
        optional: optional || language === 'en',
        lang: language === 'zh' ? 'zh-CN' : 'en',
        'data-path': `${path}.${language}`,
        ...(language === 'zh' && hint ? { hint } : {}),
      };
      const write = (text: string) => onChange({ ...value, [language]: text });
      return rows ? (
        <TextAreaField key={language} {...shared} rows={rows} onChange={(event) => write(event.target.value)} />
      ) : (
        <TextField key={language} {...shared} onChange={(event) => write(event.target.value)} />
      );
    })}
  </div>
);
