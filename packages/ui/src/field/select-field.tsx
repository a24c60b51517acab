import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../cx.ts';
import { controlClass, Field, type FieldProps } from './field.tsx';

export type SelectOption<Value extends string> = { value: Value; label: string; disabled?: boolean };

type SelectProps<Value extends string> = Omit<
  ComponentProps<'select'>,
  'className' | 'id' | 'value' | 'onChange' | 'children'
> & {
  options: readonly SelectOption<Value>[];
  value?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  /** Handed on for form libraries that register a native element. */
  onChange?: ComponentProps<'select'>['onChange'];
};

/** One of a few choices. The device's own picker: the fastest on a phone, and known to every screen reader. */
export const SelectField = <Value extends string>({
  label,
  hint,
  error,
  optional = false,
  hiddenLabel = false,
  className = '',
  options,
  onValueChange,
  onChange,
  ...select
}: FieldProps & SelectProps<Value>) => (
  <Field {...{ label, hint, error, optional, hiddenLabel, className }}>
    {(control) => (
      <span className="relative flex items-center">
        <select
          {...select}
          {...control}
          onChange={(event) => {
            onChange?.(event);
            onValueChange?.(event.target.value as Value);
          }}
          className={cx(controlClass, 'appearance-none truncate pr-9')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-4 text-muted" />
      </span>
    )}
  </Field>
);
