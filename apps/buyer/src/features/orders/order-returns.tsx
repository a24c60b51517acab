import { Link } from '@tanstack/react-router';
import { orderRolesOf } from '@tradeline/domain/access';
import { can } from '@tradeline/domain/order';
import { Button, buttonClass, Card, CardHeader, StatusBadge } from '@tradeline/ui';
import { Undo2 } from 'lucide-react';
import { refusalText } from '../../lib/refusal-text.ts';
import { returnStateText, returnStateTone } from '../../lib/return-words.ts';
import { useMay, useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

/** What came back of the order, what it replaces, and the way to ask for a return once something has arrived. */
export const OrderReturns = ({ order }: { order: Order }) => {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const mayAsk = useMay('return.request');
  const roles = orderRolesOf({ audience: 'buyer', roles: [me.role] });
  const asked = can(order.facts, 'request-return', roles);
  const arrived = order.lines.some(({ delivered }) => delivered > 0);
  if (order.returns.length === 0 && !order.replaces && !(mayAsk && arrived)) return null;
  return (
    <Card>
      <CardHeader
        title={t.returns_of_order()}
        aside={
          mayAsk &&
          arrived &&
          (asked.ok ? (
            <Link
              to="/orders/$orderId/return"
              params={{ orderId: order.id }}
              className={buttonClass({ look: 'secondary', size: 'sm' })}
            >
              <Undo2 aria-hidden />
              {t.returns_ask()}
            </Link>
          ) : (
            <Button size="sm" disabledReason={refusalText(asked.error, words)} onPress={() => undefined}>
              <Undo2 aria-hidden />
              {t.returns_ask()}
            </Button>
          ))
        }
      />
      {order.replaces && (
        <p className="px-4 py-3">
          <Link
            to="/returns/$returnId"
            params={{ returnId: order.replaces.id }}
            className="text-accent-ink hover:underline"
          >
            {t.returns_replaces({ number: order.replaces.number })}
          </Link>
        </p>
      )}
      {order.returns.length > 0 ? (
        <ul className="divide-y divide-line">
          {order.returns.map(({ id, number, state }) => (
            <li key={id} className="flex min-h-12 items-center justify-between gap-3 px-4 py-2">
              <Link
                to="/returns/$returnId"
                params={{ returnId: id }}
                className="tabular font-medium text-accent-ink hover:underline"
              >
                {number}
              </Link>
              <StatusBadge tone={returnStateTone(state)}>{returnStateText(state, t)}</StatusBadge>
            </li>
          ))}
        </ul>
      ) : (
        !order.replaces && <p className="px-4 py-3 text-sm text-muted">{t.returns_of_order_none()}</p>
      )}
    </Card>
  );
};
