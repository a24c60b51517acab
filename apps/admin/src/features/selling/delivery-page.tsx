import { Badge, Button, Card, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { Plus, Truck } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { type Delivery, DeliveryDialog } from './delivery-dialog.tsx';

type Zone = Delivery['rule']['zones'][number];

const tariffText = ({ tariff, freeFrom }: Zone, { t, money }: Words): string => {
  const free = freeFrom ? `，${t.delivery_told_free({ amount: money(freeFrom) })}` : '';
  switch (tariff.kind) {
    case 'fixed':
      return (tariff.amount === 0 ? t.delivery_told_nothing() : money(tariff.amount)) + free;
    case 'by-weight':
      return (
        t.delivery_told_weight({
          first: money(tariff.first),
          firstKilos: String(tariff.firstGrams / 1_000),
          step: money(tariff.step),
          stepKilos: String(tariff.stepGrams / 1_000),
        }) + free
      );
    case 'by-piece':
      return t.delivery_told_piece({ first: money(tariff.first), next: money(tariff.next) }) + free;
  }
};

/** The ways goods are sent, in the order customers see them, each with its zones and what they cost. */
export const DeliveryPage = () => {
  const words = useWords();
  const { t, money } = words;
  const say = useBilingual();
  const mayEdit = useMay('settings.edit');
  const { data, error, refetch } = trpc.selling.deliveries.useQuery();
  const [editing, setEditing] = useState<Delivery | 'new'>();
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        title={t.delivery_title()}
        actions={
          mayEdit && (
            <Button look="primary" onPress={() => setEditing('new')}>
              <Plus aria-hidden />
              {t.delivery_new()}
            </Button>
          )
        }
      />
      <SectionTabs section="selling" />
      {data?.length === 0 ? (
        <EmptyState icon={<Truck aria-hidden />} title={t.delivery_empty()}>
          {t.delivery_empty_body()}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {!data && <Skeleton className="h-24 w-full rounded-lg" />}
          {data?.map((delivery) => (
            <li key={delivery.id}>
              <Card className="p-4">
                <div className="flex items-start justify-between gap-3">
                  <div>
                    <p className="flex items-center gap-2 font-semibold">
                      {say(delivery.name)}
                      {!delivery.active && <Badge>{t.delivery_off()}</Badge>}
                    </p>
                    <p className="text-sm text-muted">
                      {[
                        say(delivery.hint),
                        delivery.rule.minimum && t.delivery_told_minimum({ amount: money(delivery.rule.minimum) }),
                        delivery.rule.maxGrams &&
                          t.delivery_told_max({ kilos: String(delivery.rule.maxGrams / 1_000) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  {mayEdit && (
                    <Button size="sm" onPress={() => setEditing(delivery)}>
                      {t.selling_edit()}
                    </Button>
                  )}
                </div>
                <dl className="mt-3 grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1 text-base">
                  {delivery.rule.zones.map((zone) => (
                    <div key={zone.id} className="col-span-2 grid grid-cols-subgrid">
                      <dt className="max-w-80 text-muted">{zone.places?.join('、') ?? t.delivery_everywhere()}</dt>
                      <dd className="tabular">{tariffText(zone, words)}</dd>
                    </div>
                  ))}
                  {delivery.rule.closed && (
                    <div className="col-span-2 grid grid-cols-subgrid">
                      <dt className="text-muted">{delivery.rule.closed.join('、')}</dt>
                      <dd className="text-warning-ink">{t.delivery_told_closed()}</dd>
                    </div>
                  )}
                </dl>
              </Card>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <DeliveryDialog
          key={editing === 'new' ? 'new' : editing.id}
          delivery={editing === 'new' ? undefined : editing}
          position={data?.length ?? 0}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
};
