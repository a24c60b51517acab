import { Button, Dialog, IconButton, Meter, useUi } from '@tradeline/ui';
import { X } from 'lucide-react';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Row = Outputs['catalog']['products']['rows'][number];
type Action = 'publish' | 'withdraw';
type Outcome = { done: number; refused: { number: string; why: string }[]; running: boolean };

/** Publishes or withdraws what was chosen: first what it touches, in numbers; then how far it is and which were left, with the reason. */
export const BulkLife = ({ rows, onClear }: { rows: readonly Row[]; onClear: () => void }) => {
  const words = useWords();
  const { t } = words;
  const { text } = useUi();
  const utils = trpc.useUtils();
  const [asked, setAsked] = useState<{ action: Action; rows: readonly Row[] }>();
  const [outcome, setOutcome] = useState<Outcome>();
  const standing = (action: Action, row: Row) =>
    action === 'publish' ? row.status !== 'published' : row.status === 'published';
  const ready = asked ? asked.rows.filter((row) => standing(asked.action, row)) : [];
  const consequences = trpc.products.consequences.useQuery(
    { ids: ready.map((row) => row.id) },
    { enabled: asked?.action === 'withdraw' && ready.length > 0 },
  );
  const label = (action: Action) => (action === 'publish' ? t.pe_publish() : t.pe_withdraw());
  const run = async () => {
    if (!asked) return;
    let state: Outcome = { done: 0, refused: [], running: true };
    setOutcome(state);
    for (const row of ready) {
      try {
        await utils.client.products.setLife.mutate({ id: row.id, wish: { action: asked.action } });
        state = { ...state, done: state.done + 1 };
      } catch (error) {
        state = { ...state, refused: [...state.refused, { number: row.number, why: problemText(error, words) }] };
      }
      setOutcome(state);
    }
    setOutcome({ ...state, running: false });
    await Promise.all([utils.catalog.invalidate(), utils.products.invalidate()]);
  };
  const close = () => {
    if (outcome?.running) return;
    if (outcome) onClear();
    setAsked(undefined);
    setOutcome(undefined);
  };
  const left = (asked?.rows.length ?? 0) - ready.length;
  const progress = t.pe_bulk_progress({
    done: (outcome?.done ?? 0) + (outcome?.refused.length ?? 0),
    count: ready.length,
  });
  return (
    <div
      role="status"
      className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-accent-soft px-4 py-1.5 text-accent-ink"
    >
      <IconButton plain size="sm" label={t.pe_clear_selection()} icon={<X aria-hidden />} onPress={onClear} />
      <span className="tabular font-medium">{text.selected(rows.length)}</span>
      <div className="ml-auto flex gap-2">
        {(['publish', 'withdraw'] as const).map((action) => {
          const count = rows.filter((row) => standing(action, row)).length;
          return (
            <Button
              key={action}
              size="sm"
              look={action === 'publish' ? 'primary' : 'secondary'}
              disabledReason={count === 0 ? t.pe_bulk_none() : undefined}
              onPress={() => setAsked({ action, rows })}
            >
              {label(action)}
              <span className="tabular opacity-80">{count}</span>
            </Button>
          );
        })}
      </div>
      <Dialog
        open={asked !== undefined}
        onOpenChange={(open) => !open && close()}
        keepOnOutsidePress
        title={
          asked &&
          (asked.action === 'publish'
            ? t.pe_bulk_publish_title({ count: ready.length })
            : t.pe_bulk_withdraw_title({ count: ready.length }))
        }
        footer={
          outcome ? (
            <Button look="primary" pending={outcome.running} onPress={close}>
              {t.close()}
            </Button>
          ) : (
            <>
              <Button onPress={close}>{t.cancel()}</Button>
              <Button look="primary" onPress={() => void run()}>
                {asked && label(asked.action)}
              </Button>
            </>
          )
        }
      >
        {outcome ? (
          <div className="flex flex-col gap-3" aria-live="polite">
            <Meter
              label={progress}
              value={outcome.done + outcome.refused.length}
              max={Math.max(1, ready.length)}
              valueText={progress}
            />
            <p className="tabular">{progress}</p>
            {outcome.refused.length > 0 && (
              <div>
                <p className="font-medium text-danger-ink">{t.pe_bulk_refused({ count: outcome.refused.length })}</p>
                <ul className="mt-1 flex flex-col gap-1 text-sm">
                  {outcome.refused.map(({ number, why }) => (
                    <li key={number}>
                      <span className="tabular font-medium">{number}</span> <span className="text-muted">{why}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        ) : (
          <div className="flex flex-col gap-1 text-muted">
            <p>
              {asked?.action === 'publish'
                ? t.pe_bulk_publish_will({ count: ready.length })
                : consequences.data
                  ? t.pe_withdraw_consequences(consequences.data)
                  : t.loading()}
            </p>
            {left > 0 && <p>{t.pe_bulk_skipped({ count: left })}</p>}
          </div>
        )}
      </Dialog>
    </div>
  );
};
