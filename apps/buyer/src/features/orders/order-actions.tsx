import { Link, useNavigate } from '@tanstack/react-router';
import { orderRolesOf } from '@tradeline/domain/access';
import { can } from '@tradeline/domain/order';
import { Button, buttonClass, toast } from '@tradeline/ui';
import { ListPlus, Pencil, RotateCcw, WalletCards } from 'lucide-react';
import { useState } from 'react';
import { ListNameDialog } from '../../lib/list-name-dialog.tsx';
import { refusalText } from '../../lib/refusal-text.ts';
import { useMay, useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { CancelOrder } from './cancel-order.tsx';
import type { Order } from './order-page.tsx';

/** To change the order, or why that is not possible any more. */
const EditLink = ({ order, reason }: { order: Order; reason: string | undefined }) => {
  const { t } = useWords();
  const content = (
    <>
      <Pencil aria-hidden />
      {t.ordering_edit()}
    </>
  );
  return reason === undefined ? (
    <Link to="/orders/$orderId/edit" params={{ orderId: order.id }} className={buttonClass({ look: 'secondary' })}>
      {content}
    </Link>
  ) : (
    <Button look="secondary" disabledReason={reason} onPress={() => {}}>
      {content}
    </Button>
  );
};

/** What the buyer can do with the order; what he cannot do now says why, by the rule the server applies. */
export const OrderActions = ({ order }: { order: Order }) => {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const mayOrder = useMay('cart.edit');
  const mayKeep = useMay('list.edit');
  const [keeping, setKeeping] = useState(false);
  const navigate = useNavigate();
  const mayCancel = useMay('order.cancel');
  const mayPay = useMay('payment.pay');
  const payable = can(order.facts, 'start-payment', 'customer').ok;
  const [cancelling, setCancelling] = useState(false);
  const roles = orderRolesOf({ audience: 'buyer', roles: [me.role] });
  const cancellable = can(order.facts, 'cancel', roles);
  const mayEdit = useMay('order.edit') && order.amounts === 'told' && order.channel !== 'replacement';
  const editable = can(order.facts, 'edit', roles);
  const over = order.approval === 'cancelled' || order.approval === 'rejected' || order.approval === 'closed';
  return (
    <>
      {mayPay && payable && (
        <Link
          to="/pay/$orderId"
          params={{ orderId: order.id }}
          className={buttonClass({ look: order.approval === 'awaiting-payment' ? 'primary' : 'secondary' })}
        >
          <WalletCards aria-hidden />
          {order.paidAmount > order.refundedAmount ? t.pay_rest() : t.pay_now()}
        </Link>
      )}
      {mayEdit && !over && order.source === null && (
        <EditLink order={order} reason={editable.ok ? undefined : refusalText(editable.error, words)} />
      )}
      {mayOrder && (
        <Link to="/order-pad" search={{ order: order.id }} className={buttonClass({ look: 'secondary' })}>
          <RotateCcw aria-hidden />
          {t.order_reorder()}
        </Link>
      )}
      {mayCancel && !over && (
        <Button
          look="quiet-danger"
          disabledReason={cancellable.ok ? undefined : refusalText(cancellable.error, words)}
          onPress={() => setCancelling(true)}
        >
          {t.order_cancel()}
        </Button>
      )}
      {mayKeep && (
        <Button look="quiet" onPress={() => setKeeping(true)}>
          <ListPlus aria-hidden />
          {t.lists_save_order()}
        </Button>
      )}
      <ListNameDialog
        open={keeping}
        onOpenChange={setKeeping}
        suggested={t.lists_order_name({ number: order.number })}
        fromOrder={order.id}
        onMade={(listId, name) =>
          toast.success(t.lists_saved_order({ name }), {
            action: {
              label: t.lists_open(),
              onClick: () => void navigate({ to: '/lists/$listId', params: { listId } }),
            },
          })
        }
      />
      <CancelOrder order={order} open={cancelling} onOpenChange={setCancelling} />
    </>
  );
};
