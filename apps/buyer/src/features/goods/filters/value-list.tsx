import { Checkbox, controlClass, cx } from '@tradeline/ui';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../lib/i18n.tsx';
import { useWords } from '../../../lib/words.ts';

export type FilterValue = { code: string; name: string; count: number; mark?: ReactNode };

const SHOWN_AT_FIRST = 8;
const SEARCHABLE_FROM = 12;

/**
 * Values to choose several of, each with how many goods it would leave. What is chosen always stands there, even at zero,
 * so that it can be taken back; many values can be searched.
 */
export const ValueList = ({
  label,
  values,
  chosen,
  onToggle,
}: {
  label: string;
  values: readonly FilterValue[];
  chosen: readonly string[];
  onToggle: (code: string) => void;
}) => {
  const t = useText();
  const { quantity } = useWords();
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fitting = values.filter(({ name, code }) => chosen.includes(code) || name.toLowerCase().includes(wanted));
  const shown =
    all || wanted ? fitting : fitting.filter(({ code }, at) => at < SHOWN_AT_FIRST || chosen.includes(code));
  return (
    <>
      {values.length >= SEARCHABLE_FROM && (
        <input
          type="search"
          aria-label={t.search_in_filter({ filter: label })}
          placeholder={t.search_in_filter({ filter: label })}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={cx(controlClass, 'mb-1.5 md:h-8')}
        />
      )}
      <ul className={cx((all || wanted) && 'max-h-80 overflow-y-auto')}>
        {shown.map(({ code, name, count, mark }) => (
          <li key={code}>
            <Checkbox
              className="min-h-10 rounded-sm hover:bg-hover md:min-h-8"
              checked={chosen.includes(code)}
              onCheckedChange={() => onToggle(code)}
              label={
                <span className="flex min-w-0 items-center gap-1.5">
                  {mark}
                  <span className="truncate">{name}</span>
                </span>
              }
              aside={quantity(count)}
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="py-1 text-sm text-muted">{t.no_matches()}</p>}
      {!wanted && fitting.length > SHOWN_AT_FIRST && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="min-h-8 text-sm text-accent-ink hover:underline"
        >
          {all ? t.goods_fewer_brands() : t.search_more_values({ count: fitting.length - shown.length })}
        </button>
      )}
    </>
  );
};
