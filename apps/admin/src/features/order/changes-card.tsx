import type { DisplayStatus, OrderAction } from '@tradeline/domain/order';
import { Card, CardHeader, DateText } from '@tradeline/ui';
import { actionText } from '../../lib/action-words.ts';
import type { Text } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { stateText, statusText } from '../../lib/order-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

type Changed = Outputs['orderDesk']['changes'][number]['changed'][number];

const labels: Record<Changed['key'], (t: Text) => string> = {
  approval: (t) => t.desk_changed_approval(),
  displayStatus: (t) => t.desk_changed_display(),
  total: (t) => t.desk_changed_total(),
  granted: (t) => t.desk_changed_granted(),
  lines: (t) => t.desk_changed_lines(),
  priority: (t) => t.desk_changed_priority(),
};

const valueText = (key: Changed['key'], value: Changed['before'], currency: string, words: Words): string => {
  const { t, money, quantity } = words;
  if (value === null) return '';
  if (key === 'total' || key === 'granted') return money(Number(value), currency);
  if (key === 'priority') return Number(value) > 0 ? t.desk_changed_urgent() : t.desk_changed_not_urgent();
  if (key === 'displayStatus') return statusText(value as DisplayStatus, t);
  return key === 'lines' ? quantity(Number(value)) : stateText(String(value), t);
};

/** What colleagues did to the order: who, why, and every figure or state before and after. */
export const ChangesCard = ({ order }: { order: Order }) => {
  const words = useWords();
  const { t } = words;
  const { data } = trpc.orderDesk.changes.useQuery({ id: order.id });
  if (!data) return null;
  return (
    <Card>
      <CardHeader title={t.desk_changes()} aside={<span className="tabular">{data.length}</span>} />
      {data.length === 0 ? (
        <p className="px-4 py-3 text-muted">{t.desk_changes_none()}</p>
      ) : (
        <ul className="divide-y divide-line">
          {data.map(({ seq, at, actorName, action, reason, changed }) => (
            <li key={seq} className="flex flex-col gap-1 px-4 py-2.5">
              <p className="flex items-baseline justify-between gap-4">
                <span className="font-medium">
                  {action === 'order.urgent'
                    ? t.desk_did_urgent()
                    : actionText(action.slice('order.'.length) as OrderAction, t)}
                </span>
                <DateText at={at} style={momentStyle(at)} className="shrink-0 text-sm text-muted" />
              </p>
              <p className="text-sm text-muted">{actorName}</p>
              {changed.length > 0 && (
                <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
                  {changed.map(({ key, before, after }) => (
                    <div key={key} className="contents">
                      <dt className="text-muted">{labels[key](t)}</dt>
                      <dd className="tabular">
                        {before !== null && (
                          <s className="text-muted">{valueText(key, before, order.currency, words)}</s>
                        )}{' '}
                        {valueText(key, after, order.currency, words)}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {reason && <p className="rounded-md bg-sunken px-2.5 py-1.5 text-sm">{reason}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
