import { Link } from '@tanstack/react-router';
import { Badge, Card, cx, DateText, EmptyState, Skeleton, type Tone } from '@tradeline/ui';
import { TicketPercent } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';

type Coupon = Outputs['means']['coupons'][number];
type State = 'usable' | 'waiting' | 'held' | 'used' | 'over';

const stateOf = ({ state, over }: Coupon): State => {
  if (state === 'used') return 'used';
  if (state === 'locked') return 'held';
  return over ? 'over' : 'usable';
};
const stateText: Record<State, (t: Words['t']) => string> = {
  usable: (t) => t.coupon_state_usable(),
  waiting: (t) => t.coupon_state_usable(),
  held: (t) => t.coupon_state_held(),
  used: (t) => t.coupon_state_used(),
  over: (t) => t.coupon_state_over(),
};
const tones: Record<State, Tone> = {
  usable: 'success',
  waiting: 'info',
  held: 'info',
  used: 'neutral',
  over: 'neutral',
};

/** What it takes off and from when, read off its rule. */
const worthText = ({ actions, conditions }: Coupon, { t, money }: Words): string => {
  const from = conditions.find((condition) => condition.type === 'items-total');
  const least = from?.min ? t.coupon_from({ amount: money(from.min) }) : undefined;
  const off = actions.flatMap((action) => {
    if (action.type === 'amount-off-order') return [t.coupon_amount_off({ amount: money(action.amount) })];
    return action.type === 'percent-off-order' ? [t.coupon_percent_off({ percent: action.percent })] : [];
  });
  return [least, ...off].filter(Boolean).join(' ');
};

/** The wallet: usable coupons first, then what orders hold, then what was used or is over. */
export const CouponsPanel = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const coupons = trpc.means.coupons.useQuery();
  if (coupons.error && !coupons.data) return <LoadError error={coupons.error} onRetry={() => void coupons.refetch()} />;
  if (!coupons.data) return <Skeleton className="h-24 w-full rounded-lg" />;
  if (coupons.data.length === 0)
    return (
      <EmptyState icon={<TicketPercent aria-hidden />} title={t.coupon_empty()}>
        {t.coupon_empty_body()}
      </EmptyState>
    );
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {coupons.data.map((coupon) => {
        const state = stateOf(coupon);
        return (
          <li key={coupon.id}>
            <Card className={cx('flex h-full flex-col gap-1 p-4', state === 'usable' ? '' : 'bg-sunken')}>
              <div className="flex items-start justify-between gap-2">
                <p className="font-semibold">{say(coupon.name)}</p>
                <Badge tone={tones[state]}>{stateText[state](t)}</Badge>
              </div>
              <p className={cx('text-md font-medium', state === 'usable' ? 'text-deal' : 'text-muted')}>
                {worthText(coupon, words)}
              </p>
              <p className="mt-auto pt-1 text-sm text-muted">
                <span className="tabular">{coupon.code}</span> · {t.checkout_coupon_until()}{' '}
                <DateText at={coupon.validTo} style="date" />
              </p>
              {coupon.orderId && coupon.orderNumber && (
                <Link
                  to="/orders/$orderId"
                  params={{ orderId: coupon.orderId }}
                  className="tabular text-sm text-accent-ink hover:underline"
                >
                  {coupon.orderNumber}
                </Link>
              )}
            </Card>
          </li>
        );
      })}
    </ul>
  );
};
