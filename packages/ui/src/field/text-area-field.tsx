import type { ComponentProps } from 'react';
import { cx } from '../cx.ts';
import { controlClass, Field, type FieldProps } from './field.tsx';

/** Several lines of text. */
export const TextAreaField = ({
  label,
  hint,
  error,
  optional = false,
  hiddenLabel = false,
  className = '',
  rows = 3,
  ...area
}: FieldProps & Omit<ComponentProps<'textarea'>, 'className' | 'id'>) => (
  <Field {...{ label, hint, error, optional, hiddenLabel, className }}>
    {(control) => (
      <textarea {...area} {...control} rows={rows} className={cx(controlClass, 'h-auto resize-y py-2 md:h-auto')} />
    )}
  </Field>
);
