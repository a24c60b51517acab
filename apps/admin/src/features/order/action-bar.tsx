import { useNavigate } from '@tanstack/react-router';
import { openReviews } from '@tradeline/domain/order';
import { Button, Menu, type MenuEntry } from '@tradeline/ui';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { reviewText } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import { type OrderStep, orderSteps, verdictOn } from './order-steps.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import type { StepRunner } from './use-step.ts';

const CloseRestDialog = lazy(() =>
  import('./close-rest-dialog.tsx').then((each) => ({ default: each.CloseRestDialog })),
);

/** Ways to pass a review: shown where one is to be passed, never as something that waits. */
const unseen: readonly OrderStep['action'][] = ['pass-review', 'release'];
const destructive: readonly OrderStep['action'][] = ['reject', 'cancel', 'close-rest'];

/**
 * What can be done with the order. Steps of its present stage are buttons, closed ones with their reason; the others stay in
 * the menu and say what they wait for. Acts that need a word or a number open a dialog first.
 */
export const ActionBar = ({ order, runner }: { order: Order; runner: StepRunner }) => {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const me = useMe();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState<OrderStep['action']>();
  const { orders } = utils.client;
  const target = { id: order.id, expectedVersion: order.version };
  const seen = order.version;
  const nextStep = reviewText(openReviews(order.facts.reviews)[0]?.step ?? 'order', t);
  const press = (action: OrderStep['action']) => {
    if (action === 'start-review')
      void runner.take({ call: () => orders.startReview.mutate(target), did: t.did_start_review(), seen });
    else if (action === 'pass-review')
      void runner.take({
        call: () => orders.passReview.mutate(target),
        did: t.desk_did_pass({ step: nextStep }),
        seen,
      });
    else if (action === 'release')
      void runner.take({
        call: () => orders.release.mutate(target),
        did: t.desk_did_pass({ step: reviewText('release', t) }),
        seen,
      });
    else if (action === 'approve')
      void runner.take({ call: () => orders.approve.mutate(target), did: t.did_approve(), seen });
    else if (action === 'start-picking')
      void runner.take({ call: () => orders.startPicking.mutate(target), did: t.did_start_picking(), seen });
    else if (action === 'edit') void navigate({ to: '/orders/$orderId/edit', params: { orderId: order.id } });
    else setAsking(action);
  };
  const judged = orderSteps.map((step) => ({ step, verdict: verdictOn(order.facts, step, me, words) }));
  const buttons = judged.filter(({ verdict }) => verdict.open || verdict.atThisStage);
  const main = buttons.find(
    ({ step, verdict }) => verdict.open && step.action !== 'edit' && !destructive.includes(step.action),
  );
  const rest: MenuEntry[] = judged
    // What another button of the same name does, or a review that nobody has set up, is no choice.
    .filter((each) => !buttons.includes(each) && !unseen.includes(each.step.action))
    .map(({ step, verdict }) => ({
      key: step.action,
      label: step.label(t, order.facts),
      onPress: () => press(step.action),
      disabledReason: verdict.open ? undefined : verdict.reason,
    }));
  return (
    <div role="toolbar" aria-label={t.do_bar()} className="flex flex-wrap items-center gap-2">
      {buttons.toReversed().map(({ step, verdict }) => (
        <Button
          key={step.action}
          look={step === main?.step ? 'primary' : destructive.includes(step.action) ? 'quiet-danger' : 'secondary'}
          disabledReason={verdict.open ? undefined : verdict.reason}
          pending={runner.pending && asking === undefined}
          onPress={() => press(step.action)}
        >
          {step.label(t, order.facts)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu
          trigger={
            <Button square look="secondary" aria-label={t.do_more()}>
              <Ellipsis aria-hidden />
            </Button>
          }
          entries={rest}
        />
      )}
      <ReasonDialog order={order} runner={runner} asking={asking} onClose={() => setAsking(undefined)} />
      {asking === 'close-rest' && (
        <Suspense>
          <CloseRestDialog order={order} runner={runner} onClose={() => setAsking(undefined)} />
        </Suspense>
      )}
      {asking === 'ship' && <ShipDialog order={order} runner={runner} onClose={() => setAsking(undefined)} />}
    </div>
  );
};
