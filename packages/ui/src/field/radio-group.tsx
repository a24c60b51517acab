import { Radio } from '@base-ui/react/radio';
import { RadioGroup as Base } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  /** Why it cannot be chosen now; shown in place of the description. */
  disabledReason?: ReactNode;
};

/** One of a few choices that are worth reading: each a card with its explanation, or why it is closed. */
export const RadioGroup = <Value extends string>({
  label,
  hiddenLabel = false,
  options,
  value,
  onValueChange,
  error,
  className,
}: {
  label: ReactNode;
  hiddenLabel?: boolean;
  options: readonly RadioOption<Value>[];
  value: Value | undefined;
  onValueChange: (value: Value) => void;
  error?: ReactNode;
  className?: string;
}) => {
  const labelId = useId();
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <span id={labelId} className={hiddenLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </span>
      <Base
        aria-labelledby={labelId}
        value={value ?? ''}
        onValueChange={(next) => onValueChange(next as Value)}
        className="flex flex-col gap-2"
      >
        {options.map((option) => {
          const closed = option.disabledReason !== undefined;
          return (
            // biome-ignore lint/a11y/noLabelWithoutControl: Base UI renders the input inside this label
            <label
              key={option.value}
              className={cx(
                'flex items-start gap-3 rounded-lg border border-line px-3.5 py-3 has-data-checked:border-accent has-data-checked:bg-accent-soft/50',
                closed ? 'bg-sunken' : 'bg-surface hover:border-control',
              )}
            >
              <Radio.Root
                value={option.value}
                disabled={closed}
                className="mt-px grid size-[18px] shrink-0 place-items-center rounded-full border border-control bg-surface data-checked:border-accent data-checked:bg-accent data-disabled:border-line data-disabled:bg-sunken"
              >
                <Radio.Indicator className="size-2 rounded-full bg-on-accent" />
              </Radio.Root>
              <span className="min-w-0 flex-1">
                <span className={cx('block font-medium', closed && 'text-muted')}>{option.label}</span>
                {closed ? (
                  <span className="mt-0.5 block text-sm text-warning-ink">{option.disabledReason}</span>
                ) : (
                  option.description && <span className="mt-0.5 block text-sm text-muted">{option.description}</span>
                )}
              </span>
            </label>
          );
        })}
      </Base>
      {error && <p className="text-sm text-danger-ink">{error}</p>}
    </div>
  );
};
