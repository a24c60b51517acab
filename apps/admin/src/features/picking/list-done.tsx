import { Link } from '@tanstack/react-router';
import { buttonClass, Card, Notice } from '@tradeline/ui';
import { PackageOpen } from 'lucide-react';
import { useWords } from '../../lib/words.ts';
import type { PickListView } from './list-page.tsx';

/** What became of the walk, and where its boxes go next. */
export const ListDone = ({ list }: { list: PickListView }) => {
  const { t, quantity } = useWords();
  const orders = [...new Map(list.lines.map((line) => [line.orderId, line])).values()].toSorted(
    (a, b) => a.slot - b.slot,
  );
  return (
    <Card className="flex flex-col gap-3 p-4">
      <Notice tone={list.short > 0 ? 'warning' : 'success'}>
        {list.short > 0
          ? t.fulfil_done_short({ picked: quantity(list.picked), short: quantity(list.short) })
          : t.fulfil_done({ picked: quantity(list.picked) })}
      </Notice>
      <ul className="flex flex-col divide-y divide-line">
        {orders.map(({ orderId, orderNumber, companyName, slot }) => (
          <li key={orderId} className="flex min-h-12 items-center gap-3 py-2">
            <span className="tabular grid size-8 shrink-0 place-items-center rounded-md bg-sunken font-semibold">
              {slot}
            </span>
            <span className="min-w-0 flex-1">
              <span className="tabular block font-medium">{orderNumber}</span>
              <span className="block truncate text-sm text-muted">{companyName}</span>
            </span>
            <Link
              to="/picking/pack/$orderId"
              params={{ orderId }}
              className={buttonClass({ look: 'secondary' })}
              aria-label={t.fulfil_to_order({ number: orderNumber })}
            >
              <PackageOpen aria-hidden />
              {t.fulfil_pack()}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};
