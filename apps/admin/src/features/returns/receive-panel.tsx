import { Button, Card, CardHeader, SelectField } from '@tradeline/ui';
import { PackageCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { CountedLine, CountField } from './counted-line.tsx';
import { type Notes, notesOf } from './notes.ts';
import type { Return } from './return-page.tsx';
import { useReturnStep } from './use-return-step.ts';

/** The parcel is here: how many of each line are in it, and in which warehouse they stand. */
export const ReceivePanel = ({ found }: { found: Return }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const [counts, setCounts] = useState<Record<string, number | undefined>>(() =>
    Object.fromEntries(found.lines.map((line) => [line.lineId, line.quantity])),
  );
  const [notes, setNotes] = useState<Notes>({});
  const [warehouseId, setWarehouseId] = useState(found.warehouses[0]?.id ?? '');
  const lines = found.lines.map(({ lineId, quantity: most }) => ({ lineId, most, quantity: counts[lineId] }));
  const wrong = lines.some(({ quantity: n, most }) => n === undefined || n > most);
  const total = lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
  const receive = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    const counted = lines.map(({ lineId, quantity: n }) => ({ lineId, quantity: n ?? 0 }));
    const target = { id: found.id, expectedVersion: found.order.version };
    const said = { ...target, warehouseId, lines: counted, notes: notesOf(notes) };
    void step.take(() => returns.receive.mutate(said), t.returns_received_toast());
  };
  return (
    <Card>
      <CardHeader title={t.returns_receive()} aside={found.trackingNumber} />
      <form noValidate onSubmit={receive}>
        <p className="px-4 pt-3 text-sm text-muted">{t.returns_receive_hint()}</p>
        <ul className="divide-y divide-line">
          {found.lines.map((line) => (
            <CountedLine
              key={line.lineId}
              line={line}
              said={t.returns_announced({ count: quantity(line.quantity, say(line.unit)) })}
              note={notes[line.lineId] ?? ''}
              onNote={(note) => setNotes({ ...notes, [line.lineId]: note })}
            >
              <CountField
                line={line}
                what={t.returns_counted()}
                value={counts[line.lineId]}
                most={line.quantity}
                onChange={(value) => setCounts({ ...counts, [line.lineId]: value })}
              />
            </CountedLine>
          ))}
        </ul>
        <div className="flex flex-wrap items-end justify-between gap-3 border-t border-line p-4">
          <SelectField
            className="min-w-48"
            label={t.returns_warehouse()}
            value={warehouseId}
            onValueChange={setWarehouseId}
            options={found.warehouses.map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
          <Button
            type="submit"
            look="primary"
            pending={step.pending}
            disabledReason={wrong ? t.returns_not_read() : undefined}
          >
            <PackageCheck aria-hidden />
            {t.returns_receive_confirm({ count: quantity(total) })}
          </Button>
        </div>
      </form>
    </Card>
  );
};
