import { Badge, Button, Card, PageHeader, Skeleton } from '@tradeline/ui';
import { Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { BinsDrawer } from './bins-drawer.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import { type Place, WarehouseDialog } from './warehouse-dialog.tsx';

/** The warehouses, what lies in each, their zones and bins, and the rules of stock. */
export const WarehousesPage = () => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const mayEdit = useMay('warehouse.edit');
  const mayRule = useMay('settings.edit');
  const [editing, setEditing] = useState<Place | 'new'>();
  const [bins, setBins] = useState<Place>();
  const [ruling, setRuling] = useState(false);
  const { data, error, refetch } = trpc.stock.places.all.useQuery();
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        title={t.stock_tab_warehouses()}
        actions={
          <>
            {mayRule && (
              <Button onPress={() => setRuling(true)}>
                <SlidersHorizontal aria-hidden />
                {t.stock_settings()}
              </Button>
            )}
            {mayEdit && (
              <Button look="primary" onPress={() => setEditing('new')}>
                <Plus aria-hidden />
                {t.stock_place_new()}
              </Button>
            )}
          </>
        }
      />
      <SectionTabs section="stock" />
      <ul className="flex flex-col gap-3">
        {!data && <Skeleton className="h-24 w-full rounded-lg" />}
        {data?.map((place) => (
          <li key={place.id}>
            <Card className="flex flex-wrap items-start justify-between gap-3 p-4">
              <div className="min-w-0">
                <p className="flex items-center gap-2 font-semibold">
                  {say(place.name)}
                  <span className="tabular text-sm font-normal text-faint">{place.code}</span>
                  {!place.active && <Badge>{t.stock_place_closed()}</Badge>}
                </p>
                <p className="text-sm text-muted">{[place.region, place.address].filter(Boolean).join(' · ')}</p>
                <p className="tabular mt-1 text-sm text-muted">
                  {t.stock_place_summary({
                    skus: quantity(place.skus),
                    units: quantity(place.units),
                    bins: quantity(place.bins),
                    zones: quantity(place.zones),
                  })}
                </p>
              </div>
              <div className="flex gap-2">
                <Button size="sm" onPress={() => setBins(place)}>
                  {t.stock_place_bins()}
                </Button>
                {mayEdit && (
                  <Button size="sm" onPress={() => setEditing(place)}>
                    {t.stock_place_edit()}
                  </Button>
                )}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {editing && (
        <WarehouseDialog place={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {bins && <BinsDrawer place={bins} onClose={() => setBins(undefined)} />}
      {ruling && <RulesDialog onClose={() => setRuling(false)} />}
    </div>
  );
};
