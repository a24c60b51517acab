import { Card, CardHeader, cx, DateText } from '@tradeline/ui';
import { Check, Circle, CircleAlert, Minus } from 'lucide-react';
import { type Text, useText } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';

type FlowStep = Outputs['orderDesk']['flow'][number];

const names: Record<FlowStep['step'], (t: Text) => string> = {
  confirm: (t) => t.desk_steps_confirm(),
  'start-review': (t) => t.desk_steps_start_review(),
  'start-picking': (t) => t.desk_steps_start_picking(),
  invoice: (t) => t.desk_steps_invoice(),
  tracking: (t) => t.desk_steps_tracking(),
  'release-owed': (t) => t.desk_steps_owed(),
};

const states: Record<Exclude<FlowStep['state'], 'done'>, (t: Text) => string> = {
  'by-hand': (t) => t.desk_steps_by_hand(),
  waits: (t) => t.desk_steps_waits(),
  left: (t) => t.desk_steps_left(),
  off: (t) => t.desk_steps_off(),
  over: (t) => t.desk_steps_over(),
};

const Mark = ({ state }: { state: FlowStep['state'] }) => {
  const look = 'mt-0.5 size-4.5 shrink-0';
  if (state === 'done') return <Check aria-hidden className={cx(look, 'text-success-ink')} />;
  if (state === 'left') return <CircleAlert aria-hidden className={cx(look, 'text-warning-ink')} />;
  return state === 'waits' ? (
    <Circle aria-hidden className={cx(look, 'text-muted')} />
  ) : (
    <Minus aria-hidden className={cx(look, 'text-faint')} />
  );
};

/** What of its way the order goes by itself: what did, what will, what is left to people. */
export const FlowCard = ({ orderId }: { orderId: string }) => {
  const t = useText();
  const { data } = trpc.orderDesk.flow.useQuery({ id: orderId });
  if (!data) return null;
  return (
    <Card>
      <CardHeader title={t.desk_steps()} />
      <ul className="flex flex-col gap-2 px-4 py-3">
        {data.map(({ step, state, at }) => (
          <li key={step} className="flex gap-2.5">
            <Mark state={state} />
            <span className="min-w-0 flex-1">
              {names[step](t)}
              <span className="block text-sm text-muted">
                {state !== 'done' && states[state](t)}
                {state === 'by-hand' && at && ' · '}
                {at && <DateText at={at} style={momentStyle(at)} />}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
