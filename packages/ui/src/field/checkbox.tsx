import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

export type CheckboxProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** Its name; pass `hiddenLabel` where the row or column says it already. */
  label: ReactNode;
  hiddenLabel?: boolean;
  /** Some, but not all, of what it stands for is chosen. */
  indeterminate?: boolean;
  aside?: ReactNode;
  className?: string;
};

/** Yes or no. The whole line is the target. */
export const Checkbox = ({
  checked,
  onCheckedChange,
  label,
  hiddenLabel = false,
  indeterminate = false,
  aside,
  className,
}: CheckboxProps) => {
  const Mark = indeterminate ? Minus : Check;
  return (
    <label
      className={cx(
        'flex items-center gap-2.5',
        hiddenLabel ? 'inline-flex align-middle' : 'min-h-8 text-base',
        className,
      )}
    >
      <span className="relative grid size-[18px] shrink-0 place-items-center text-on-accent">
        <input
          type="checkbox"
          ref={(input) => {
            if (input) input.indeterminate = indeterminate;
          }}
          checked={checked}
          onChange={(event) => onCheckedChange(event.target.checked)}
          className="absolute inset-0 size-full appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:not-checked:not-indeterminate:border-muted"
        />
        {(checked || indeterminate) && (
          <Mark aria-hidden className="pointer-events-none relative size-3.5" strokeWidth={3} />
        )}
      </span>
      <span className={hiddenLabel ? 'sr-only' : 'min-w-0 flex-1'}>{label}</span>
      {aside && <span className="tabular text-sm text-faint">{aside}</span>}
    </label>
  );
};
