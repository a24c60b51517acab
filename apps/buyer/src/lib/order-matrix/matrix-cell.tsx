import { addQuantity, firstAddition } from '@tradeline/domain/catalog';
import { cx, readQuantity } from '@tradeline/ui';
import { useState } from 'react';
import { rulesOf } from '../goods.ts';
import { useWords } from '../words.ts';
import { moveFocus } from './move-focus.ts';
import type { OfferedSku, Sheet } from './use-sheet.ts';

/** Where a field stands, for the arrow keys. */
export type Place = { row: number; column: number };

/** The bare field of a table of quantities: typing is free, `+` and `-` go to the next valid quantity, arrows and Enter to the next field. */
export const MatrixCell = ({
  sku,
  label,
  sheet,
  place,
  className,
}: {
  sku: OfferedSku;
  label: string;
  sheet: Sheet;
  place: Place;
  className?: string;
}) => {
  const { t, quantity: count } = useWords();
  const value = sheet.quantityOf(sku.id);
  const filled = sheet.isFilled(sku.id);
  const [typed, setTyped] = useState('');
  // What was typed stands as it was typed, as long as it means what the sheet holds.
  const asTyped = value === undefined || readQuantity(typed) === value;
  const shown = !filled ? '' : asTyped ? typed : String(value);
  const rules = rulesOf(sku);
  const held = sheet.held(sku.id);
  const broken = filled && !addQuantity(held, value ?? 0, rules).ok;
  const tell = (text: string) => {
    setTyped(text);
    sheet.set(sku, label, text.trim() === '' ? null : readQuantity(text));
  };
  /** The next quantity that may be added, in either direction. */
  const stepTo = (up: boolean) => {
    const now = value ?? 0;
    const more = firstAddition(held + now, rules);
    const below = addQuantity(held, now - 1, rules);
    const less = below.ok ? now - 1 : (below.error.nearest.filter((near) => near < now).at(-1) ?? 0);
    const next = up ? (more > 0 ? now + more : now) : less;
    if (next !== now) tell(next === 0 ? '' : String(next));
  };
  return (
    <input
      inputMode="numeric"
      autoComplete="off"
      aria-label={t.quantity_of({ name: label })}
      aria-invalid={broken || undefined}
      data-row={place.row}
      data-column={place.column}
      value={shown}
      placeholder={count(firstAddition(held, rules) || rules.minimum || 1)}
      onChange={(event) => tell(event.target.value)}
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        if (event.key === '+' || event.key === '=' || event.key === '-') {
          event.preventDefault();
          stepTo(event.key !== '-');
        } else moveFocus(event);
      }}
      className={cx(
        'tabular h-10 w-full min-w-14 rounded-md border bg-surface px-1 text-center text-md text-ink placeholder:text-faint focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/35 md:h-8 md:text-base',
        broken ? 'border-danger' : filled ? 'border-accent bg-accent-soft font-medium' : 'border-control',
        className,
      )}
    />
  );
};
