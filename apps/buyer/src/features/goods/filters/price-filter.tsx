import { Button, controlClass, cx } from '@tradeline/ui';
import { plainMoney } from '@tradeline/ui/format';
import { type FormEvent, useId, useState } from 'react';
import { readMoney } from '../../../lib/read-money.ts';
import { useWords } from '../../../lib/words.ts';
import type { Facets } from '../found.ts';
import type { ChangeSearch, GoodsSearch } from '../goods-search.ts';

const shown = (amount: number | undefined): string =>
  amount === undefined ? '' : plainMoney(amount).replace(/\.00$/, '');

/** From and to, by my own price. The least and the most that there is stand as what the empty fields mean. */
export const PriceFilter = ({
  range,
  search,
  onChange,
}: {
  range: NonNullable<Facets['price']>;
  search: GoodsSearch;
  onChange: ChangeSearch;
}) => {
  const { t, money } = useWords();
  const problemId = useId();
  const [from, setFrom] = useState(shown(search.min));
  const [to, setTo] = useState(shown(search.max));
  const [applied, setApplied] = useState({ min: search.min, max: search.max });
  if (applied.min !== search.min || applied.max !== search.max) {
    setApplied({ min: search.min, max: search.max });
    setFrom(shown(search.min));
    setTo(shown(search.max));
  }
  const [min, max] = [readMoney(from), readMoney(to)];
  const unread = (from.trim() !== '' && min === undefined) || (to.trim() !== '' && max === undefined);
  const crossed = min !== undefined && max !== undefined && min > max;
  const problem = unread
    ? t.search_price_unread()
    : crossed
      ? t.search_price_crossed({ min: money(min), max: money(max) })
      : undefined;
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    if (!problem && (min !== search.min || max !== search.max)) onChange({ min, max });
  };
  const field = (label: string, value: string, set: (value: string) => void, hint: number) => (
    <input
      inputMode="decimal"
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? problemId : undefined}
      placeholder={money(hint)}
      value={value}
      onChange={(event) => set(event.target.value)}
      onBlur={() => apply()}
      className={cx(controlClass, 'tabular min-w-0 flex-1 px-2 md:h-8')}
    />
  );
  return (
    <form onSubmit={apply} className="flex flex-col gap-1.5 pt-1">
      <div className="flex items-center gap-1.5">
        {field(t.search_price_from(), from, setFrom, range.min)}
        <span aria-hidden className="text-faint">
          –
        </span>
        {field(t.search_price_to(), to, setTo, range.max)}
        <Button type="submit" size="sm">
          {t.search_price_apply()}
        </Button>
      </div>
      {problem && (
        <p id={problemId} role="status" className="text-sm text-danger-ink">
          {problem}
        </p>
      )}
    </form>
  );
};
