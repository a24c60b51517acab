import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import { formatQuantity } from '../format/index.ts';
import { useUi } from '../ui-context.tsx';

export type QuantityFieldProps = {
  /** Names the goods as well: a screen reader meets many of these in one list. */
  label: string;
  value: number | undefined;
  /** Called at every keystroke; `undefined` while nothing that reads as a whole number stands there. */
  onValueChange: (value: number | undefined) => void;
  /** The next valid quantity above or below; `undefined` when there is none. The rule is the caller's. */
  above: (value: number) => number | undefined;
  below: (value: number) => number | undefined;
  /** What is wrong with the value that stands there. It is never corrected silently. */
  problem?: ReactNode;
  /** Valid quantities near it, one press away. */
  suggestions?: readonly number[];
  unit?: string | undefined;
  /** What an empty field stands for, shown in its place. */
  placeholder?: string | undefined;
  size?: 'sm' | 'md';
  className?: string;
};

/** Digits in any width a Chinese keyboard may produce, grouped or not, as a whole number. */
export const readQuantity = (typed: string): number | undefined => {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
};

const step =
  'grid shrink-0 place-items-center text-muted hover:bg-hover hover:text-ink aria-disabled:cursor-not-allowed aria-disabled:text-line aria-disabled:hover:bg-transparent';

/** How many. Steps go from one valid quantity to the next; typing is free, and a broken rule is told with the nearest way out. */
export const QuantityField = ({
  label,
  value,
  onValueChange,
  above,
  below,
  problem,
  suggestions = [],
  unit,
  placeholder,
  size = 'md',
  className,
}: QuantityFieldProps) => {
  const { locale, text } = useUi();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const told = useRef(value);
  const problemId = useId();
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value === undefined ? '' : String(value));
  }, [value]);
  const tell = (next: number | undefined) => {
    told.current = next;
    onValueChange(next);
  };
  const set = (next: number | undefined) => {
    if (next === undefined) return;
    setTyped(String(next));
    tell(next);
  };
  const up = above(value ?? 0);
  const down = below(value ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    set(event.key === 'ArrowUp' ? up : down);
  };
  const square = size === 'sm' ? 'size-10 md:size-8' : 'size-11 md:size-9';
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <div className="flex items-center gap-2">
        <div
          className={cx(
            'inline-flex overflow-hidden rounded-md border bg-surface focus-within:border-accent focus-within:outline-2 focus-within:outline-accent/35',
            problem ? 'border-danger' : 'border-control',
          )}
        >
          <button
            type="button"
            tabIndex={-1}
            aria-label={text.decrease}
            aria-disabled={down === undefined || undefined}
            onClick={() => set(down)}
            className={cx(step, square)}
          >
            <Minus aria-hidden className="size-4" />
          </button>
          <input
            inputMode="numeric"
            autoComplete="off"
            aria-label={label}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? problemId : undefined}
            value={typed}
            placeholder={placeholder}
            onChange={(event) => {
              setTyped(event.target.value);
              tell(readQuantity(event.target.value));
            }}
            onFocus={(event) => event.target.select()}
            onKeyDown={onKeyDown}
            className={cx(
              'tabular border-x border-line bg-transparent text-center text-md text-ink outline-none placeholder:text-faint md:text-base',
              size === 'sm' ? 'w-13' : 'w-16',
            )}
          />
          <button
            type="button"
            tabIndex={-1}
            aria-label={text.increase}
            aria-disabled={up === undefined || undefined}
            onClick={() => set(up)}
            className={cx(step, square)}
          >
            <Plus aria-hidden className="size-4" />
          </button>
        </div>
        {unit && <span className="text-sm whitespace-nowrap text-muted">{unit}</span>}
      </div>
      {problem && (
        <div
          id={problemId}
          role="status"
          className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-danger-ink"
        >
          <span>{problem}</span>
          {suggestions.map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              onClick={() => set(suggestion)}
              className="tabular min-h-9 min-w-11 rounded-sm bg-danger-soft px-2 font-medium text-danger-ink hover:underline md:min-h-6 md:min-w-0"
            >
              {formatQuantity(suggestion, locale)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};
