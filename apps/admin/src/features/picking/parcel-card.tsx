import { carriers } from '@tradeline/domain/fulfilment';
import { Button, Card, CardHeader, QuantityField, TextField } from '@tradeline/ui';
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './pack-page.tsx';
import { type Draft, gramsOf, type Ready, sidesOf } from './pack-parcels.ts';

/** One parcel: who carries it, its number and measures, and how much of each line lies in it. */
export const ParcelCard = ({
  draft,
  title,
  order,
  lines,
  left,
  tried,
  onChange,
  onRemove,
}: {
  draft: Draft;
  title: string;
  order: Order;
  lines: Ready['lines'];
  left: { byLine: Readonly<Record<string, number>> };
  tried: boolean;
  onChange: (next: Partial<Draft>) => void;
  onRemove: (() => void) | undefined;
}) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const listId = useId();
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={title}
        aside={
          onRemove && (
            <Button look="quiet" size="sm" onPress={onRemove}>
              <Trash2 aria-hidden />
              {t.fulfil_remove_parcel()}
            </Button>
          )
        }
      />
      <div className="grid gap-4 p-4 sm:grid-cols-2">
        <TextField
          label={t.ship_carrier()}
          list={listId}
          maxLength={60}
          autoComplete="off"
          value={draft.carrier}
          error={tried && !draft.carrier.trim() ? t.ship_carrier_required() : undefined}
          onChange={(event) => onChange({ carrier: event.target.value })}
        />
        <datalist id={listId}>
          {Object.values(carriers).map(([name]) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextField
          label={t.ship_tracking()}
          optional
          maxLength={60}
          autoComplete="off"
          value={draft.tracking}
          onChange={(event) => onChange({ tracking: event.target.value })}
        />
        <TextField
          label={t.fulfil_weight()}
          optional
          inputMode="decimal"
          autoComplete="off"
          placeholder="1.25"
          value={draft.weight}
          error={gramsOf(draft.weight) === undefined ? t.fulfil_weight_wrong() : undefined}
          onChange={(event) => onChange({ weight: event.target.value })}
        />
        <TextField
          label={t.fulfil_size()}
          optional
          autoComplete="off"
          placeholder="40 × 30 × 20"
          value={draft.size}
          error={tried && sidesOf(draft.size) === undefined ? t.fulfil_size_wrong() : undefined}
          onChange={(event) => onChange({ size: event.target.value })}
        />
      </div>
      <ul className="divide-y divide-line border-t border-line">
        {lines.map(({ lineId, units }) => {
          const line = order.lines.find(({ id }) => id === lineId);
          const mine = draft.units[lineId];
          const rest = left.byLine[lineId] ?? 0;
          const most = Math.min(units, (mine ?? 0) + Math.max(0, rest));
          return (
            <li key={lineId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
              <span className="min-w-0 flex-1 basis-44">
                <span className="block truncate">
                  {say(line?.name)} <span className="text-muted">{say(line?.optionText)}</span>
                </span>
                <span className="tabular block text-sm text-faint">{line?.itemNumber}</span>
              </span>
              <QuantityField
                label={t.ship_quantity_of({ item: line?.itemNumber ?? '' })}
                value={mine ?? 0}
                unit={say(line?.unit)}
                onValueChange={(next) => onChange({ units: { ...draft.units, [lineId]: next } })}
                above={(now) => (now < most ? now + 1 : undefined)}
                below={(now) => (now > 0 ? now - 1 : undefined)}
                problem={rest < 0 ? t.ship_over({ most: quantity(most + rest) }) : undefined}
                suggestions={rest < 0 ? [Math.max(0, (mine ?? 0) + rest)] : []}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
