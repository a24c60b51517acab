import { QuantityField, TextField } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';

type Line = Return['lines'][number];

/** One line that somebody counts with the goods in his hands: large fields, one note. */
export const CountedLine = ({
  line,
  said,
  note,
  onNote,
  children,
}: {
  line: Line;
  /** What is known of it: announced or counted. */
  said: ReactNode;
  note: string;
  onNote: (note: string) => void;
  children: ReactNode;
}) => {
  const { t } = useWords();
  const say = useBilingual();
  const name = say(line.name);
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium">{name}</p>
          <p className="text-sm text-muted">{[say(line.optionText), line.itemNumber].filter(Boolean).join(' · ')}</p>
        </div>
        <span className="tabular shrink-0 text-sm text-muted">{said}</span>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">{children}</div>
      <TextField
        label={t.returns_note()}
        optional
        maxLength={300}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
    </li>
  );
};

/** How many of a line, between none and `most`. */
export const CountField = ({
  line,
  what,
  value,
  most,
  onChange,
}: {
  line: Line;
  what: string;
  value: number | undefined;
  most: number;
  onChange: (value: number | undefined) => void;
}) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const problem =
    value === undefined
      ? t.returns_not_read()
      : value > most
        ? t.returns_too_many({ count: quantity(most) })
        : undefined;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm text-muted">{what}</span>
      <QuantityField
        label={t.returns_units_of({ name: say(line.name), what })}
        value={value}
        unit={say(line.unit)}
        onValueChange={onChange}
        above={(now) => (now < most ? now + 1 : undefined)}
        below={(now) => (now > 0 ? now - 1 : undefined)}
        problem={problem}
        suggestions={problem ? [most] : []}
      />
    </div>
  );
};
