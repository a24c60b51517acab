import { Button, cx, Popover, TextField } from '@tradeline/ui';
import { formatDay, shopDay } from '@tradeline/ui/format';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type Language, type Text, useLanguage, useText } from '../../lib/i18n.tsx';
import type { ChangeSearch, OrderSearch } from './order-search.ts';
import { periods } from './periods.ts';

type Span = Pick<OrderSearch, 'from' | 'to'>;

const spanText = ({ from, to }: Span, t: Text, language: Language): string => {
  const thisYear = shopDay(Date.now()).slice(0, 4);
  const day = (text: string) => formatDay(text, language, text.startsWith(thisYear) ? 'day-month' : 'date');
  if (from && to) return from === to ? day(from) : t.period_range({ from: day(from), to: day(to) });
  if (from) return t.period_from_on({ day: day(from) });
  return to ? t.period_until({ day: day(to) }) : t.period_any();
};

/** Days on which orders were placed: the usual spans at one press, or any two days. */
export const PeriodField = ({
  search,
  onChange,
  labelled,
}: {
  search: OrderSearch;
  onChange: ChangeSearch;
  labelled: boolean;
}) => {
  const t = useText();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const choices = (
    <>
      <div className="grid grid-cols-3 gap-1.5">
        {periods.map(({ key, label, of }) => {
          const span = of(shopDay(Date.now()));
          const chosen = span.from === search.from && span.to === search.to;
          return (
            <Button
              key={key}
              size="sm"
              aria-pressed={chosen}
              className={cx(chosen && 'border-accent bg-accent-soft text-accent-ink')}
              onPress={() => {
                onChange(chosen ? { from: undefined, to: undefined } : span);
                setOpen(false);
              }}
            >
              {label(t)}
            </Button>
          );
        })}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <TextField
          type="date"
          label={t.orders_from()}
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => onChange({ from: event.target.value || undefined })}
        />
        <TextField
          type="date"
          label={t.orders_to()}
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => onChange({ to: event.target.value || undefined })}
        />
      </div>
    </>
  );
  if (labelled)
    return (
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-sm font-medium">{t.orders_filter_period()}</legend>
        {choices}
      </fieldset>
    );
  const active = search.from ?? search.to;
  return (
    <Popover
      align="start"
      label={t.orders_filter_period()}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          aria-label={`${t.orders_filter_period()}: ${spanText(search, t, language)}`}
          className={cx('px-3 font-normal', active && 'border-accent bg-accent-soft text-accent-ink')}
        >
          <CalendarDays aria-hidden className={cx(!active && 'text-muted')} />
          {spanText(search, t, language)}
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      <div className="flex w-80 flex-col gap-3 p-3">{choices}</div>
    </Popover>
  );
};
