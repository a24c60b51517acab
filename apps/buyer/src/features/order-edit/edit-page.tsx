import { Link, useNavigate } from '@tanstack/react-router';
import { orderRolesOf } from '@tradeline/domain/access';
import { can } from '@tradeline/domain/order';
import {
  Breadcrumbs,
  Button,
  buttonClass,
  Card,
  CardHeader,
  MoneyText,
  Notice,
  PageHeader,
  Skeleton,
  TextField,
  toast,
} from '@tradeline/ui';
import { useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { OrderChange } from '../../lib/order-change.tsx';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { AddGoods } from './add-goods.tsx';
import { EditLines } from './edit-lines.tsx';
import { type Order, useEdit } from './use-edit.ts';

/** Changes a placed order while that is allowed: other quantities, goods out and in, the difference before it is saved. */
export const EditPage = ({ orderId }: { orderId: string }) => {
  const order = trpc.orders.get.useQuery({ id: orderId });
  const [round, setRound] = useState(0);
  if (order.error && !order.data) return <LoadError error={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data) return <Skeleton className="h-96 w-full rounded-lg" />;
  return <EditForm key={round} order={order.data} onAgain={() => setRound(round + 1)} />;
};

const EditForm = ({ order, onAgain }: { order: Order; onAgain: () => void }) => {
  const me = useMe();
  const edit = useEdit(order);
  const { preview, settled } = edit;
  const words = useWords((skuId) => preview?.goods.find(({ id }) => id === skuId)?.itemNumber ?? '');
  const { t, money } = words;
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const [comment, setComment] = useState('');
  const verdict = can(order.facts, 'edit', orderRolesOf({ audience: 'buyer', roles: [me.role] }));
  const save = trpc.orders.edit.useMutation({
    onSuccess: ({ change, approval }) => {
      const { total, back } = change;
      if (back > 0) toast.success(t.ordering_edit_saved_back({ amount: money(back) }));
      else if (approval === 'awaiting-payment')
        toast.success(
          t.ordering_edit_saved_due({ amount: money(total.after - order.paidAmount + order.refundedAmount) }),
        );
      else toast.success(t.ordering_edit_saved({ total: money(total.after) }));
      void navigate({ to: '/orders/$orderId', params: { orderId: order.id }, replace: true });
    },
    onSettled: () => utils.orders.invalidate(),
  });
  const stuck = edit.lines.some(({ quantity }) => quantity === undefined) || (preview?.refusals.length ?? 0) > 0;
  const disabledReason = !verdict.ok
    ? refusalText(verdict.error, words)
    : edit.moved
      ? t.ordering_edit_moved()
      : edit.empty
        ? t.ordering_edit_all_gone()
        : stuck || edit.error
          ? t.ordering_edit_fix()
          : !settled
            ? t.ordering_edit_asking()
            : preview?.unchanged
              ? t.ordering_edit_nothing()
              : undefined;
  const press = (
    <Button
      look="primary"
      className="w-full"
      pending={save.isPending}
      disabledReason={disabledReason}
      onPress={() =>
        preview &&
        save.mutate({
          id: order.id,
          lines: edit.wish(),
          expectedVersion: edit.version,
          expectedTotal: preview.totals.payable,
          comment,
        })
      }
    >
      {t.ordering_edit_save()}
    </Button>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'orders', node: <Link to="/orders">{t.orders_title()}</Link> },
              {
                key: 'order',
                node: (
                  <Link to="/orders/$orderId" params={{ orderId: order.id }}>
                    {order.number}
                  </Link>
                ),
              },
              { key: 'edit', node: t.ordering_edit() },
            ]}
          />
        }
        title={t.ordering_edit_title({ number: order.number })}
        meta={t.ordering_edit_hint()}
      />
      {edit.moved && !save.isSuccess && (
        <Notice tone="warning" className="mb-4" live>
          {t.ordering_edit_moved()}{' '}
          <Button look="link" size="inline" onPress={onAgain}>
            {t.ordering_edit_reload()}
          </Button>
        </Notice>
      )}
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_18rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card>
          <CardHeader title={t.order_lines()} />
          <EditLines order={order} edit={edit} />
          <AddGoods edit={edit} />
        </Card>
        <Card>
          <CardHeader title={t.ordering_change_title()} />
          <div className="flex flex-col gap-4 p-4">
            {preview && !edit.empty && (
              <div aria-busy={!settled} className={settled ? undefined : 'opacity-60'}>
                {preview.unchanged ? (
                  <p className="text-muted">{t.ordering_change_none()}</p>
                ) : (
                  <OrderChange change={preview.change} amounts />
                )}
              </div>
            )}
            {edit.error && <Notice tone="danger">{problemText(edit.error, words)}</Notice>}
            {!edit.empty && preview && preview.refusals.length > 0 && (
              <Notice tone="danger" live>
                <ul className="flex flex-col gap-2">
                  {preview.refusals.map((reason) => (
                    <li key={JSON.stringify(reason).slice(0, 120)}>{refusalText(reason, words)}</li>
                  ))}
                </ul>
              </Notice>
            )}
            {save.error && (
              <Notice tone="danger" live>
                {problemText(save.error, words)}
              </Notice>
            )}
            <TextField
              label={t.ordering_edit_comment()}
              optional
              maxLength={400}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
            <div className="hidden flex-col gap-2 md:flex">{press}</div>
            <Link to="/orders/$orderId" params={{ orderId: order.id }} className={buttonClass({ look: 'quiet' })}>
              {t.ordering_edit_discard()}
            </Link>
          </div>
        </Card>
      </div>
      <PhoneBar label={t.cart_total()} amount={<MoneyText amount={preview?.totals.payable ?? order.totalAmount} />}>
        {press}
      </PhoneBar>
    </>
  );
};
