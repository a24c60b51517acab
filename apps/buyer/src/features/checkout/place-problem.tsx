import type { CreditAction } from '@tradeline/domain/credit';
import { Notice } from '@tradeline/ui';
import { useEffect, useRef } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';

const actions: {
  [Kind in CreditAction['kind']]: (action: Extract<CreditAction, { kind: Kind }>, words: Words) => string;
} = {
  'renew-licence': (_, { t }) => t.way_out_licence(),
  'pay-invoices': ({ amount }, { t, money }) => t.way_out_pay({ amount: money(amount) }),
  'shorten-terms': ({ toDays }, { t }) => t.way_out_shorten({ days: toDays }),
  prepay: ({ amount }, { t, money }) => t.way_out_prepay({ amount: money(amount) }),
  'reduce-order': ({ by }, { t, money }) => t.way_out_reduce({ amount: money(by) }),
  review: (_, { t }) => t.way_out_review(),
};
export const actionText = (action: CreditAction, words: Words): string =>
  (actions[action.kind] as (action: CreditAction, words: Words) => string)(action, words);

/** Why the order was not placed, and the nearest thing that works. */
export const PlaceProblem = ({ error, cart }: { error: unknown; cart: Outputs['cart']['get'] }) => {
  const words = useWords((skuId) => cart.items.find((item) => item.skuId === skuId)?.sku.itemNumber ?? '');
  const { t } = words;
  const problem = problemOf(error);
  const ways =
    problem.kind === 'refusal' && problem.refusal.kind === 'terms-blocked' ? problem.refusal.waysOut.slice(0, 2) : [];
  const notice = useRef<HTMLDivElement>(null);
  // On a phone the button is always in sight, what stands against it is not.
  useEffect(() => {
    if (error) notice.current?.scrollIntoView?.({ block: 'center' });
  }, [error]);
  return (
    <div ref={notice}>
      <Notice tone={problem.kind === 'offline' ? 'warning' : 'danger'} live>
        {problem.kind === 'offline' ? t.checkout_unanswered() : problemText(error, words)}
        {ways.length > 0 && (
          <p className="mt-1">
            {t.way_out_lead({
              ways: words.list(ways.map((way) => way.actions.map((action) => actionText(action, words)).join(' + '))),
            })}
          </p>
        )}
      </Notice>
    </div>
  );
};
