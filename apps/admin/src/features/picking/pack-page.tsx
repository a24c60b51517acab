import { Link } from '@tanstack/react-router';
import { Breadcrumbs, Button, EmptyState, Notice, PageHeader, SelectField, Skeleton } from '@tradeline/ui';
import { PackageCheck, PackagePlus } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { EndedNotice } from './ended-notice.tsx';
import { readyOf } from './pack-parcels.ts';
import { ParcelCard } from './parcel-card.tsx';
import { SentParcels } from './sent-parcels.tsx';
import { usePacking } from './use-packing.ts';

export type Order = Outputs['orders']['get'];

/** 打包发货: picked goods of an order into one or several parcels, each weighed, numbered and printed. */
export const PackPage = ({ orderId }: { orderId: string }) => {
  const { t } = useWords();
  // What lies ready is asked for at the table: a parcel begun from what was known before the last pick would be begun again.
  const { data, error, refetch, isFetchedAfterMount } = trpc.orders.get.useQuery(
    { id: orderId },
    { refetchOnMount: 'always' },
  );
  const order = isFetchedAfterMount ? data : undefined;
  if (error && !order) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4 md:p-5">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              {
                key: 'lists',
                node: (
                  <Link to="/picking/lists" search={{ page: 1 }}>
                    {t.fulfil_lists()}
                  </Link>
                ),
              },
              {
                key: 'order',
                node: (
                  <Link to="/orders/$orderId" params={{ orderId }}>
                    {order?.number ?? '…'}
                  </Link>
                ),
              },
            ]}
          />
        }
        title={t.fulfil_pack_title({ number: order?.number ?? '…' })}
        meta={order && [order.companyName, order.contactName, order.phone].join(' · ')}
      />
      {order && <EndedNotice order={order} />}
      {order ? (
        <Packing key={JSON.stringify(readyOf(order.held))} order={order} />
      ) : (
        <Skeleton className="h-80 w-full" />
      )}
      {order && <SentParcels order={order} />}
    </div>
  );
};

/** The parcels as they are packed; begun anew when other goods lie ready, and only then. */
const Packing = ({ order }: { order: Order }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const mayShip = useMay('order.ship');
  const ready = readyOf(order.held);
  const packing = usePacking(order, ready);
  const { place, drafts, left, packed, wrong } = packing;
  if (!place)
    return (
      <EmptyState icon={<PackageCheck aria-hidden />} title={t.fulfil_pack_nothing()}>
        {t.fulfil_pack_nothing_body()}
      </EmptyState>
    );
  const unpicked = place.lines.reduce((sum, line) => sum + line.units - line.picked, 0);
  return (
    <>
      {order.note && <Notice tone="warning">{order.note}</Notice>}
      {unpicked > 0 && <Notice>{t.fulfil_pack_unpicked({ units: quantity(unpicked) })}</Notice>}
      {ready.length > 1 && (
        <SelectField
          label={t.fulfil_warehouse()}
          value={place.warehouseId}
          onValueChange={packing.choosePlace}
          options={ready.map(({ warehouseId }) => ({
            value: warehouseId,
            label: say(order.warehouses.find(({ id }) => id === warehouseId)?.name) || t.warehouse_closed(),
          }))}
        />
      )}
      {drafts.map((draft, at) => (
        <ParcelCard
          key={draft.key}
          draft={draft}
          title={t.fulfil_parcel({ n: at + 1, count: drafts.length })}
          order={order}
          lines={place.lines}
          left={left}
          tried={packing.tried}
          onChange={(next) => packing.change(draft.key, next)}
          onRemove={drafts.length > 1 ? () => packing.remove(draft.key) : undefined}
        />
      ))}
      {packing.error && (
        <Notice tone="danger" live>
          {problemText(packing.error, words)}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="lg" onPress={packing.add}>
          <PackagePlus aria-hidden />
          {t.fulfil_add_parcel()}
        </Button>
        <span className="tabular min-w-0 flex-1 text-sm text-muted" role="status">
          {left.total > 0 ? t.fulfil_pack_left({ units: quantity(left.total) }) : t.fulfil_pack_all()}
        </span>
        <Button
          size="lg"
          look="primary"
          className="max-sm:w-full"
          pending={packing.pending}
          disabledReason={
            !mayShip
              ? t.refusal_not_permitted()
              : packed === 0
                ? t.ship_nothing()
                : packing.tried && wrong
                  ? wrong
                  : undefined
          }
          onPress={packing.send}
        >
          <PackageCheck aria-hidden />
          {t.fulfil_send({ count: quantity(drafts.length) })}
        </Button>
      </div>
    </>
  );
};
