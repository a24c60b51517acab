import { Link } from '@tanstack/react-router';
import { cx, RelativeTime, Skeleton } from '@tradeline/ui';
import { ClipboardCheck, PackageCheck, PackageOpen, Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Text, useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { type Queue, queues } from '../../lib/order-queues.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const cards = [
  { queue: 'review', hint: (t: Text) => t.queue_review_hint(), icon: <ClipboardCheck aria-hidden /> },
  { queue: 'pick', hint: (t: Text) => t.queue_pick_hint(), icon: <PackageOpen aria-hidden /> },
  { queue: 'ship', hint: (t: Text) => t.queue_ship_hint(), icon: <PackageCheck aria-hidden /> },
  { queue: 'way', hint: (t: Text) => t.queue_way_hint(), icon: <Truck aria-hidden /> },
] as const satisfies readonly { queue: Queue; hint: (t: Text) => string; icon: ReactNode }[];

/** The queues by what must be done next: how many wait and since when; each opens its list. */
export const QueueCards = () => {
  const t = useText();
  const { quantity } = useWords();
  const desk = trpc.orders.desk.useQuery();
  if (desk.error && !desk.data) return <LoadError error={desk.error} onRetry={() => void desk.refetch()} />;
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {cards.map(({ queue, hint, icon }) => {
        const waiting = desk.data?.waiting.filter(({ status }) =>
          (queues[queue].statuses as readonly string[]).includes(status),
        );
        const count = waiting?.reduce((sum, each) => sum + each.orders, 0);
        const oldest = waiting?.map((each) => each.oldestAt).toSorted()[0];
        return (
          <li
            key={queue}
            className="relative flex flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3 hover:border-control"
          >
            <div className="flex items-center justify-between gap-2 text-muted [&_svg]:size-4.5 [&_svg]:text-faint">
              <Link
                to="/orders"
                search={{ queue, sort: 'placed-asc' }}
                className="font-medium after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
              >
                {queues[queue].label(t)}
              </Link>
              {icon}
            </div>
            {count === undefined ? (
              <Skeleton className="my-1 h-7 w-14" />
            ) : (
              <span className={cx('tabular text-2xl font-semibold', count === 0 && 'text-faint')}>
                {quantity(count)}
              </span>
            )}
            <span className="truncate text-sm text-muted" title={hint(t)}>
              {oldest ? <Oldest at={oldest} /> : count === 0 ? t.queue_empty() : hint(t)}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

const Oldest = ({ at }: { at: string }) => {
  const t = useText();
  return (
    <>
      {t.queue_oldest()} <RelativeTime at={at} />
    </>
  );
};
