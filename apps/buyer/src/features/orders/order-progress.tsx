import { Card, cx } from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { Check } from 'lucide-react';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import type { Order } from './order-page.tsx';
import { type ProgressStep, progressOf, progressSteps } from './progress-steps.ts';

/** The way of the goods in five steps; an order that ended without goods shows none. */
export const OrderProgress = ({ order }: { order: Order }) => {
  const t = useText();
  const { language } = useLanguage();
  const progress = progressOf(order.facts);
  if (progress.ended) return null;
  const texts: Record<ProgressStep, string> = {
    placed: t.order_step_placed(),
    confirmed: t.order_step_confirmed(),
    picking: t.order_step_picking(),
    shipped: t.order_step_shipped(),
    delivered: t.order_step_delivered(),
  };
  const part: Partial<Record<ProgressStep, number>> = { shipped: progress.shipped, delivered: progress.delivered };
  return (
    <Card className="px-2 py-4 md:px-6">
      <ol aria-label={t.order_progress()} className="flex">
        {progressSteps.map((step, at) => {
          const done = at < progress.done;
          const current = at === progress.done;
          const share = part[step] ?? 0;
          return (
            <li
              key={step}
              aria-current={current ? 'step' : undefined}
              className="relative flex flex-1 flex-col items-center gap-1.5 text-center"
            >
              {at > 0 && (
                <span
                  aria-hidden
                  className={cx(
                    'absolute top-3 right-1/2 left-[-50%] mx-4 h-0.5',
                    done || current ? 'bg-accent' : 'bg-line',
                  )}
                />
              )}
              <span
                aria-hidden
                className={cx(
                  'relative grid size-6 place-items-center rounded-full text-xs font-semibold',
                  done
                    ? 'bg-accent text-on-accent'
                    : current
                      ? 'border-2 border-accent bg-surface text-accent-ink'
                      : 'border-2 border-line bg-surface text-faint',
                )}
              >
                {done ? <Check className="size-3.5" strokeWidth={3} /> : at + 1}
              </span>
              <span className={cx('text-sm', done || current ? 'font-medium text-ink' : 'text-muted')}>
                {texts[step]}
                {share > 0 && share < 1 && (
                  <span className="tabular block text-xs font-normal text-muted">
                    {formatPercent(share, language, 0)}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
