import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

export type Segment<Value extends string> = { value: Value; label: string; icon?: ReactNode };

/** One of two to five views or modes, all in sight. With icons only, the labels are read out and shown as titles. */
export const Segmented = <Value extends string>({
  label,
  segments,
  value,
  onValueChange,
  iconsOnly = false,
  className,
}: {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  iconsOnly?: boolean;
  className?: string;
}) => (
  <fieldset aria-label={label} className={cx('inline-flex min-w-0 rounded-md bg-sunken p-0.5', className)}>
    {segments.map((segment) => (
      <button
        key={segment.value}
        type="button"
        aria-pressed={segment.value === value}
        aria-label={iconsOnly ? segment.label : undefined}
        title={iconsOnly ? segment.label : undefined}
        onClick={() => segment.value !== value && onValueChange(segment.value)}
        className="inline-flex h-9 min-w-9 flex-auto items-center justify-center gap-1.5 rounded-[5px] px-2.5 text-sm whitespace-nowrap text-muted select-none hover:text-ink aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-sm md:h-8 md:min-w-8 [&_svg]:size-4 [&_svg]:shrink-0"
      >
        {segment.icon}
        {!iconsOnly && segment.label}
      </button>
    ))}
  </fieldset>
);
