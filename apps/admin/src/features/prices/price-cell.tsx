import { cx } from '@tradeline/ui';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { isBlock } from './paste-block.ts';
import { plainPrice, readPrice } from './price-text.ts';

/** Moves the focus to the price cell above or below, wherever it stands in the grid. */
const go = (from: HTMLInputElement, step: number): void => {
  const cells = [...document.querySelectorAll<HTMLInputElement>('[data-price-cell]')];
  const next = cells[cells.indexOf(from) + step];
  next?.focus();
  next?.select();
};

/**
 * One price to type into. Enter and the arrows keep it and move on, Escape takes back what was typed, Delete on an empty
 * cell takes the price off. A pasted block goes to the grid, a single price stays here.
 */
export const PriceCell = ({
  label,
  value,
  isChanged,
  isInverted,
  error,
  readOnly,
  onPrice,
  onBlock,
}: {
  label: string;
  value: number | null;
  isChanged: boolean;
  isInverted: boolean;
  /** What is wrong with a typed text that is no price. */
  error: string;
  readOnly: boolean;
  onPrice: (priceE4: number | null) => void;
  onBlock: (text: string) => void;
}) => {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null ? '' : plainPrice(value));
  const read = readPrice(shown);
  const wrong = shown.trim() !== '' && read === undefined;
  const keep = (): void => {
    if (typed === undefined || wrong) return;
    setTyped(undefined);
    const next = shown.trim() === '' ? null : (read ?? null);
    if (next !== value) onPrice(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      keep();
      if (!wrong) go(event.currentTarget, step);
    } else if (event.key === 'Escape') setTyped(undefined);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text');
    if (!isBlock(text)) return;
    event.preventDefault();
    onBlock(text);
  };
  return (
    <input
      data-price-cell
      aria-label={label}
      aria-invalid={wrong || undefined}
      title={wrong ? error : undefined}
      inputMode="decimal"
      autoComplete="off"
      readOnly={readOnly}
      value={shown}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={keep}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      className={cx(
        'tabular h-8 w-26 rounded-sm border px-2 text-right text-base text-ink outline-none focus:border-accent focus:outline-2 focus:outline-accent/35',
        wrong
          ? 'border-danger bg-danger-soft'
          : isInverted
            ? 'border-warning bg-warning-soft'
            : isChanged
              ? 'border-accent bg-accent-soft font-medium'
              : 'border-line bg-surface hover:border-control',
        readOnly && 'border-transparent bg-transparent hover:border-transparent',
      )}
    />
  );
};
