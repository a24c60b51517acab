import { Link, useNavigate } from '@tanstack/react-router';
import { type ReturnReason, type ReturnWish, returnReasons } from '@tradeline/domain/order';
import {
  Breadcrumbs,
  Button,
  Card,
  CardHeader,
  Notice,
  PageHeader,
  Segmented,
  SelectField,
  Skeleton,
  SumList,
  TextAreaField,
  toast,
} from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { returnReasonText } from '../../lib/return-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { expectedRefund, type Returnable, type Units } from './expected-refund.ts';
import { RequestLines } from './request-lines.tsx';
import { RequestPictures, type SentPicture } from './request-pictures.tsx';

/** Asks to send goods of an order back: which, why, with pictures, and what that will bring to the cent. */
export const RequestPage = ({ orderId }: { orderId: string }) => {
  const order = trpc.returns.returnable.useQuery({ orderId });
  if (order.error && !order.data) return <LoadError error={order.error} onRetry={() => void order.refetch()} />;
  return order.data ? <RequestForm order={order.data} /> : <Skeleton className="h-96 w-full rounded-lg" />;
};

const RequestForm = ({ order }: { order: Returnable }) => {
  const words = useWords();
  const { t, money, quantity } = words;
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const [units, setUnits] = useState<Units>({});
  const [reason, setReason] = useState<ReturnReason>('damaged');
  const [wish, setWish] = useState<ReturnWish>('refund');
  const [comment, setComment] = useState('');
  const [pictures, setPictures] = useState<readonly SentPicture[]>([]);
  const [tried, setTried] = useState(false);
  const ask = trpc.returns.request.useMutation({
    onSuccess: ({ id }) => {
      toast.success(t.returns_asked());
      void navigate({ to: '/returns/$returnId', params: { returnId: id }, replace: true });
    },
    onSettled: () => Promise.all([utils.returns.invalidate(), utils.orders.invalidate()]),
  });
  const chosen = order.lines.flatMap(({ lineId }) => (units[lineId] ? [{ lineId, quantity: units[lineId] }] : []));
  const total = chosen.reduce((sum, line) => sum + line.quantity, 0);
  const over = order.lines.some(({ lineId, most }) => (units[lineId] ?? 0) > most);
  const needsWords = reason === 'other' && !comment.trim();
  const expected = expectedRefund(order, units, reason);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (total === 0 || over || needsWords) return;
    ask.mutate({
      orderId: order.orderId,
      expectedVersion: order.version,
      lines: chosen,
      reason,
      wish,
      comment,
      pictures: pictures.map(({ id }) => id),
    });
  };
  const told = order.amounts === 'told' && wish === 'refund';
  const send = (
    <Button
      type="submit"
      form="return-request"
      look="primary"
      className="w-full"
      pending={ask.isPending}
      disabledReason={total === 0 ? t.returns_choose_units() : undefined}
    >
      {t.returns_submit()}
    </Button>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              {
                key: 'order',
                node: (
                  <Link to="/orders/$orderId" params={{ orderId: order.orderId }} search={{}}>
                    {order.orderNumber}
                  </Link>
                ),
              },
              { key: 'return', node: t.returns_ask() },
            ]}
          />
        }
        title={t.returns_ask_title({ number: order.orderNumber })}
      />
      <form
        id="return-request"
        noValidate
        onSubmit={submit}
        className="grid items-start gap-4 pb-20 md:grid-cols-[minmax(0,1fr)_18rem] md:pb-0 lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="flex min-w-0 flex-col gap-4">
          {ask.error && (
            <Notice tone="danger" live>
              {problemText(ask.error, words)}
            </Notice>
          )}
          <RequestLines order={order} units={units} onChange={setUnits} />
          <Card>
            <CardHeader title={t.returns_why()} />
            <div className="flex flex-col gap-4 p-4">
              <SelectField
                label={t.returns_reason()}
                value={reason}
                onValueChange={setReason}
                options={returnReasons.map((value) => ({ value, label: returnReasonText(value, t) }))}
              />
              <div className="flex flex-col gap-1.5">
                <span className="text-sm font-medium">{t.returns_wish()}</span>
                <Segmented
                  label={t.returns_wish()}
                  value={wish}
                  onValueChange={setWish}
                  className="self-start"
                  segments={[
                    { value: 'refund', label: t.returns_wish_refund() },
                    { value: 'replace', label: t.returns_wish_replace() },
                  ]}
                />
              </div>
              <TextAreaField
                label={t.returns_describe()}
                optional={reason !== 'other'}
                hint={t.returns_describe_hint()}
                error={tried && needsWords ? t.returns_describe_needed() : undefined}
                maxLength={500}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
              <RequestPictures pictures={pictures} onChange={setPictures} />
            </div>
          </Card>
        </div>
        <Card className="hidden flex-col gap-4 p-4 md:sticky md:top-20 md:flex">
          <SumList
            items={[
              { key: 'units', label: t.returns_units(), value: quantity(total) },
              ...(told
                ? [
                    ...(expected.shipping > 0
                      ? [{ key: 'shipping', label: t.returns_expected_shipping(), value: money(expected.shipping) }]
                      : []),
                    ...(expected.points > 0
                      ? [{ key: 'points', label: t.returns_points_restored(), value: quantity(expected.points) }]
                      : []),
                    { key: 'refund', label: t.returns_expected(), value: money(expected.amount), total: true },
                  ]
                : []),
            ]}
          />
          {told && <p className="text-sm text-muted">{t.returns_expected_hint()}</p>}
          {send}
        </Card>
        <PhoneBar
          label={told ? t.returns_expected() : t.returns_units()}
          amount={told ? money(expected.amount) : quantity(total)}
        >
          {send}
        </PhoneBar>
      </form>
    </>
  );
};
