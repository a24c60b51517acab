import { machines, type OrderAction } from '@tradeline/domain/order';
import { Button, Dialog, Meter } from '@tradeline/ui';
import { useState } from 'react';
import { type Text, useText } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { may, myOrderRoles, useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { OrderRow } from './order-columns.tsx';

const steps = [
  {
    action: 'start-review',
    procedure: 'startReview',
    permission: 'order.review',
    label: (t: Text) => t.do_start_review(),
  },
  {
    action: 'start-picking',
    procedure: 'startPicking',
    permission: 'order.pick',
    label: (t: Text) => t.do_start_picking(),
  },
] as const satisfies readonly { action: OrderAction; procedure: string; permission: string; label: unknown }[];
type BulkStep = (typeof steps)[number];

/** Whether the order stands where the step begins, by the domain's table; the server decides the rest. */
export const standsAt = (row: Pick<OrderRow, 'approval'>, action: OrderAction): boolean =>
  action in machines.approval[row.approval];

/** Whether somebody can say yes to the order where it stands: a review is to be passed, or its release. */
export const takesYes = ({ approval, review }: Pick<OrderRow, 'approval' | 'review'>): boolean =>
  approval === 'submitted' || approval === 'in-review' || (approval === 'confirmed' && review === 'release');

type Outcome = { done: number; refused: { number: string; why: string }[]; running: boolean };

/** One step for many orders at once: first what will happen, then how far it is, then which were refused and why. */
export const BulkSteps = ({
  rows,
  onApprove,
}: {
  rows: readonly OrderRow[];
  onApprove: (rows: readonly OrderRow[]) => void;
}) => {
  const t = useText();
  const words = useWords();
  const me = useMe();
  const utils = trpc.useUtils();
  const [asked, setAsked] = useState<{ step: BulkStep; rows: readonly OrderRow[] }>();
  const [outcome, setOutcome] = useState<Outcome>();
  const roles = myOrderRoles(me);
  const mine = steps.filter(
    ({ action, permission }) =>
      may(me, permission) &&
      Object.values(machines.approval).some((rules) =>
        (Object.entries(rules) as [string, { by: readonly string[] }][]).some(
          ([name, rule]) => name === action && rule.by.some((role) => (roles as readonly string[]).includes(role)),
        ),
      ),
  );
  const ready = asked ? asked.rows.filter((row) => standsAt(row, asked.step.action)) : [];
  const run = async () => {
    if (!asked) return;
    let state: Outcome = { done: 0, refused: [], running: true };
    setOutcome(state);
    for (const row of ready) {
      try {
        await utils.client.orders[asked.step.procedure].mutate({ id: row.id, expectedVersion: row.version });
        state = { ...state, done: state.done + 1 };
      } catch (error) {
        state = { ...state, refused: [...state.refused, { number: row.number, why: problemText(error, words) }] };
      }
      setOutcome(state);
    }
    setOutcome({ ...state, running: false });
    await utils.orders.invalidate();
  };
  const close = () => {
    if (outcome?.running) return;
    setAsked(undefined);
    setOutcome(undefined);
  };
  const left = (asked?.rows.length ?? 0) - ready.length;
  const yes = rows.filter(takesYes);
  return (
    <>
      {may(me, 'order.release') && (
        <Button
          size="sm"
          look="primary"
          disabledReason={yes.length === 0 ? t.bulk_none() : undefined}
          onPress={() => onApprove(yes)}
        >
          {t.desk_approve()}
          <span className="tabular opacity-80">{yes.length}</span>
        </Button>
      )}
      {mine.map((step) => {
        const count = rows.filter((row) => standsAt(row, step.action)).length;
        return (
          <Button
            key={step.action}
            size="sm"
            disabledReason={count === 0 ? t.bulk_none() : undefined}
            onPress={() => setAsked({ step, rows })}
          >
            {step.label(t)}
            <span className="tabular opacity-80">{count}</span>
          </Button>
        );
      })}
      <Dialog
        open={asked !== undefined}
        onOpenChange={(open) => !open && close()}
        keepOnOutsidePress
        title={asked && t.bulk_title({ action: asked.step.label(t), count: ready.length })}
        footer={
          outcome ? (
            <Button look="primary" pending={outcome.running} onPress={close}>
              {t.bulk_close()}
            </Button>
          ) : (
            <>
              <Button onPress={close}>{t.cancel()}</Button>
              <Button look="primary" onPress={() => void run()}>
                {asked?.step.label(t)}
              </Button>
            </>
          )
        }
      >
        {outcome ? (
          <div className="flex flex-col gap-3" aria-live="polite">
            <Meter
              label={t.bulk_progress({ done: outcome.done + outcome.refused.length, count: ready.length })}
              value={outcome.done + outcome.refused.length}
              max={Math.max(1, ready.length)}
              valueText={t.bulk_progress({ done: outcome.done + outcome.refused.length, count: ready.length })}
            />
            <p className="tabular">
              {t.bulk_progress({ done: outcome.done + outcome.refused.length, count: ready.length })}
            </p>
            {outcome.refused.length > 0 && (
              <div>
                <p className="font-medium text-danger-ink">{t.bulk_refused({ count: outcome.refused.length })}</p>
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
            <p>{t.bulk_will({ count: ready.length })}</p>
            {left > 0 && <p>{t.bulk_wont({ count: left })}</p>}
          </div>
        )}
      </Dialog>
    </>
  );
};
