import { Link, useNavigate } from '@tanstack/react-router';
import { can } from '@tradeline/domain/order';
import {
  Breadcrumbs,
  Button,
  buttonClass,
  Card,
  CardHeader,
  Notice,
  PageHeader,
  Skeleton,
  TextAreaField,
  toast,
} from '@tradeline/ui';
import { useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { OrderChange } from '../../lib/order-change.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { SkuField } from '../../lib/sku-field.tsx';
import { trpc } from '../../lib/trpc.ts';
import { myOrderRoles, useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { EditLines } from './edit-lines.tsx';
import { type Edit, type Order, useEdit } from './use-edit.ts';

/** Changes a customer's order while that is allowed, with the reason he will read and the difference before it is saved. */
export const EditPage = ({ orderId }: { orderId: string }) => {
  const order = trpc.orders.get.useQuery({ id: orderId });
  const [round, setRound] = useState(0);
  if (order.error && !order.data) return <LoadError error={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data) return <Skeleton className="m-4 h-96 rounded-lg" />;
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
  const verdict = can(order.facts, 'edit', { roles: myOrderRoles(me), actorId: me.id });
  const save = trpc.orders.edit.useMutation({
    onSuccess: ({ change }) => {
      toast.success(
        change.back > 0
          ? t.ordering_edit_saved_back({ amount: money(change.back, order.currency) })
          : t.ordering_edit_saved({ total: money(change.total.after, order.currency) }),
      );
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
              : comment.trim() === ''
                ? t.ordering_edit_why_first()
                : undefined;
  return (
    <div className="flex flex-col gap-4 p-4 md:px-5">
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
        <Notice tone="warning" live>
          {t.ordering_edit_moved()}{' '}
          <Button look="link" size="inline" onPress={onAgain}>
            {t.ordering_edit_reload()}
          </Button>
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card>
          <CardHeader title={t.ordering_edit_lines()} />
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
                  <OrderChange change={preview.change} amounts currency={order.currency} />
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
            <TextAreaField
              label={t.ordering_edit_comment()}
              hint={t.ordering_edit_comment_hint()}
              maxLength={500}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
            <Button
              look="primary"
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
            <Link to="/orders/$orderId" params={{ orderId: order.id }} className={buttonClass({ look: 'quiet' })}>
              {t.ordering_edit_discard()}
            </Link>
          </div>
        </Card>
      </div>
    </div>
  );
};

/** Goods that come in, with the least that may be ordered of them. */
const AddGoods = ({ edit }: { edit: Edit }) => {
  const { t } = useWords();
  const utils = trpc.useUtils();
  const [round, setRound] = useState(0);
  const [told, setTold] = useState('');
  const take = async (skuId: string | undefined) => {
    if (skuId === undefined) return;
    const sku = await utils.prices.sku.fetch({ id: skuId });
    const known = edit.lines.some((line) => line.skuId === skuId && line.quantity);
    setTold(known ? t.ordering_edit_found_already({ item: sku.itemNumber }) : '');
    edit.add(skuId, sku.minQuantity);
    setRound(round + 1);
  };
  return (
    <div className="flex flex-col gap-1 border-t border-line px-4 py-3">
      <SkuField
        key={round}
        label={t.ordering_edit_find()}
        hint={t.ordering_edit_find_hint()}
        value={undefined}
        onValueChange={(skuId) => void take(skuId)}
      />
      <p aria-live="polite" className="text-sm text-muted empty:hidden">
        {told}
      </p>
    </div>
  );
};
