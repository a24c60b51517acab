import { Checkbox as Base } from '@base-ui/react/checkbox';
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
}: CheckboxProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: Base UI renders the input inside this label
  <label
    className={cx(
      'flex items-center gap-2.5',
      hiddenLabel ? 'inline-flex align-middle' : 'min-h-8 text-base',
      className,
    )}
  >
    <Base.Root
      checked={checked}
      indeterminate={indeterminate}
      onCheckedChange={(next) => onCheckedChange(next)}
      className="grid size-[18px] shrink-0 place-items-center rounded-sm border border-control bg-surface text-on-accent hover:border-muted data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent"
    >
      <Base.Indicator className="grid place-items-center">
        {indeterminate ? (
          <Minus aria-hidden className="size-3.5" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3.5" strokeWidth={3} />
        )}
      </Base.Indicator>
    </Base.Root>
    <span className={hiddenLabel ? 'sr-only' : 'min-w-0 flex-1'}>{label}</span>
    {aside && <span className="tabular text-sm text-faint">{aside}</span>}
  </label>
);
