import { Button, Card, CardHeader } from '@tradeline/ui';
import { ClipboardCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { CountedLine, CountField } from './counted-line.tsx';
import { type Notes, notesOf } from './notes.ts';
import type { Return } from './return-page.tsx';
import { useReturnStep } from './use-return-step.ts';

type Judged = { good: number | undefined; damaged: number | undefined };
const none: Judged = { good: 0, damaged: 0 };

/** Unit by unit: good, damaged, and what is left over was not in the box. */
export const InspectPanel = ({ found }: { found: Return }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const { returns } = trpc.useUtils().client;
  const step = useReturnStep();
  const allGood = () =>
    Object.fromEntries(found.lines.map(({ lineId, received }) => [lineId, { good: received ?? 0, damaged: 0 }]));
  const [judged, setJudged] = useState<Record<string, Judged>>(allGood);
  const [notes, setNotes] = useState<Notes>(() =>
    Object.fromEntries(found.lines.flatMap(({ lineId, note }) => (note ? [[lineId, note]] : []))),
  );
  const lines = found.lines.map((line) => {
    const { good, damaged } = judged[line.lineId] ?? none;
    const read = good !== undefined && damaged !== undefined;
    return { line, good, damaged, read, missing: (line.received ?? 0) - (good ?? 0) - (damaged ?? 0) };
  });
  const wrong = lines.some(({ read, missing }) => !read || missing < 0);
  const inspect = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    const inspected = lines.map(({ line, good, damaged }) => ({
      lineId: line.lineId,
      good: good ?? 0,
      damaged: damaged ?? 0,
    }));
    const target = { id: found.id, expectedVersion: found.order.version };
    const said = { ...target, inspected, notes: notesOf(notes) };
    void step.take(() => returns.inspect.mutate(said), t.returns_inspected_toast());
  };
  return (
    <Card>
      <CardHeader
        title={t.returns_inspect()}
        aside={
          <Button size="sm" onPress={() => setJudged(allGood())}>
            {t.returns_all_good()}
          </Button>
        }
      />
      <form noValidate onSubmit={inspect}>
        <p className="px-4 pt-3 text-sm text-muted">{t.returns_inspect_hint()}</p>
        <ul className="divide-y divide-line">
          {lines.map(({ line, good, damaged, missing }) => {
            const received = line.received ?? 0;
            const set = (part: Partial<Judged>) => setJudged({ ...judged, [line.lineId]: { good, damaged, ...part } });
            return (
              <CountedLine
                key={line.lineId}
                line={line}
                said={t.returns_line_received({ count: quantity(received, say(line.unit)) })}
                note={notes[line.lineId] ?? ''}
                onNote={(note) => setNotes({ ...notes, [line.lineId]: note })}
              >
                <CountField
                  line={line}
                  what={t.returns_good()}
                  value={good}
                  most={received - (damaged ?? 0)}
                  onChange={(value) => set({ good: value })}
                />
                <CountField
                  line={line}
                  what={t.returns_damaged()}
                  value={damaged}
                  most={received}
                  // What is damaged is no longer good: one press moves a unit from there to here.
                  onChange={(value) =>
                    set({ damaged: value, good: Math.max(0, Math.min(good ?? 0, received - (value ?? 0))) })
                  }
                />
                <p className="flex flex-col gap-1">
                  <span className="text-sm text-muted">{t.returns_missing()}</span>
                  <output className="tabular flex min-h-11 items-center text-md font-medium md:min-h-9">
                    {quantity(Math.max(0, missing))}
                  </output>
                </p>
              </CountedLine>
            );
          })}
        </ul>
        <div className="flex justify-end border-t border-line p-4">
          <Button
            type="submit"
            look="primary"
            pending={step.pending}
            disabledReason={wrong ? t.returns_not_read() : undefined}
          >
            <ClipboardCheck aria-hidden />
            {t.returns_inspect_confirm()}
          </Button>
        </div>
      </form>
    </Card>
  );
};
