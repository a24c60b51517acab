import { Badge, Button, Card, CardHeader, QuantityField } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Returnable, Units } from './expected-refund.ts';

type Line = Returnable['lines'][number];

/** The goods of the order with how many of each can be sent back, and until when; or why none. */
export const RequestLines = ({
  order,
  units,
  onChange,
}: {
  order: Returnable;
  units: Units;
  onChange: (units: Units) => void;
}) => {
  const { t } = useWords();
  return (
    <Card>
      <CardHeader title={t.returns_which()} />
      <p className="px-4 pt-3 text-sm text-muted">{t.returns_which_hint()}</p>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <RequestLine
            key={line.lineId}
            line={line}
            value={units[line.lineId] ?? 0}
            onChange={(value) => onChange({ ...units, [line.lineId]: value })}
          />
        ))}
      </ul>
    </Card>
  );
};

const RequestLine = ({ line, value, onChange }: { line: Line; value: number; onChange: (value: number) => void }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const unit = say(line.unit);
  const name = [say(line.name), say(line.optionText)].filter(Boolean).join(' ');
  const { most } = line;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p className="font-medium">
          {line.isGift && (
            <Badge tone="deal" className="mr-2">
              {t.promo_gift()}
            </Badge>
          )}
          {say(line.name)}
        </p>
        <p className="text-sm text-muted">{[say(line.optionText), line.itemNumber].filter(Boolean).join(' · ')}</p>
        <p className="text-sm text-muted">
          <Deadline line={line} />
        </p>
      </div>
      {line.inTime && most > 0 && (
        <div className="flex items-start justify-between gap-1 lg:w-60">
          <QuantityField
            label={t.returns_how_many({ name })}
            value={value}
            unit={unit}
            onValueChange={(next) => onChange(next ?? 0)}
            above={(now) => (now < most ? now + 1 : undefined)}
            below={(now) => (now > 0 ? now - 1 : undefined)}
            problem={value > most ? t.returns_most({ count: quantity(most, unit) }) : undefined}
            suggestions={[most]}
          />
          <Button
            look="quiet"
            aria-label={`${name} ${t.returns_all_units()}`}
            onPress={() => onChange(value === most ? 0 : most)}
          >
            {t.returns_all_units()}
          </Button>
        </div>
      )}
    </li>
  );
};

const Deadline = ({ line: { most, until, inTime, unit } }: { line: Line }) => {
  const { t, language, quantity } = useWords();
  const say = useBilingual();
  if (until === null) return t.returns_not_arrived();
  if (most === 0) return t.returns_none_left();
  const day = formatInstant(until, language, 'day-month-time');
  if (!inTime) return t.returns_too_late({ day });
  return (
    <span className="flex flex-wrap gap-x-3">
      <span>{t.returns_most({ count: quantity(most, say(unit)) })}</span>
      <span>{t.returns_until({ day })}</span>
    </span>
  );
};
