import { Card, CardHeader, DateText } from '@tradeline/ui';
import { Check, Circle } from 'lucide-react';
import { momentStyle } from '../../lib/moment-style.ts';
import { anyStaffRole, reviewText } from '../../lib/order-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

/** The reviews of the order, where it has several: who passed which when, and whom the next one waits for. */
export const ReviewsCard = ({ order }: { order: Order }) => {
  const { t, or } = useWords();
  const { reviews, facts } = order;
  if (!facts.reviews || (reviews.length < 2 && reviews[0]?.step !== 'release')) return null;
  const ended = facts.approval === 'cancelled' || facts.approval === 'rejected';
  const next = ended ? -1 : reviews.findIndex(({ passedAt }) => passedAt === null);
  return (
    <Card>
      <CardHeader title={t.desk_reviews()} />
      <ol className="flex flex-col gap-2.5 px-4 py-3">
        {reviews.map(({ step, roles, passedByName, passedAt }, at) => (
          <li key={step} className="flex gap-2.5" aria-current={at === next ? 'step' : undefined}>
            {passedAt ? (
              <Check aria-hidden className="mt-0.5 size-4.5 shrink-0 text-success-ink" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4.5 shrink-0 text-faint" />
            )}
            <div className="min-w-0 flex-1">
              <p className={at === next ? 'font-medium' : ''}>{reviewText(step, t)}</p>
              <p className="text-sm text-muted">
                {passedAt ? (
                  <>
                    {passedByName} · <DateText at={passedAt} style={momentStyle(passedAt)} />
                  </>
                ) : at === next ? (
                  t.desk_review_next({ roles: or(roles.map((role) => anyStaffRole(role, t))) })
                ) : ended ? (
                  t.desk_review_open()
                ) : (
                  t.desk_review_later()
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
};
