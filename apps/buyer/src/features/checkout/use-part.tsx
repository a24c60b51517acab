import { Checkbox, TextField } from '@tradeline/ui';
import { type ReactNode, useState } from 'react';
import { MAX } from './checkout-fields.ts';

/**
 * Money or points that are there already: used in full by one press, or as much as is typed. What is typed stays as it
 * stands in the field; only what can be used is counted.
 */
export const UsePart = ({
  label,
  aside,
  fieldLabel,
  hint,
  value,
  most,
  read,
  write,
  onChange,
}: {
  label: ReactNode;
  aside: ReactNode;
  fieldLabel: string;
  hint: ReactNode;
  /** As kept: a number, `max`, or nothing. */
  value: string;
  most: number;
  /** What was typed as the number that is kept; undefined while it is none. */
  read: (typed: string) => number | undefined;
  write: (value: number) => string;
  onChange: (value: string) => void;
}) => {
  const [typed, setTyped] = useState(value === MAX || value === '' ? undefined : write(Number(value)));
  const on = value !== '';
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        checked={on}
        label={label}
        aside={aside}
        onCheckedChange={(next) => {
          setTyped(undefined);
          onChange(next ? MAX : '');
        }}
      />
      {on && (
        <TextField
          className="max-w-60 pl-7"
          label={fieldLabel}
          inputMode="decimal"
          autoComplete="off"
          hint={hint}
          value={typed ?? write(most)}
          onChange={(event) => {
            setTyped(event.target.value);
            const number = read(event.target.value);
            if (number !== undefined) onChange(String(number));
          }}
        />
      )}
    </div>
  );
};
