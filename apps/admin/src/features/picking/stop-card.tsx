import { openPicks } from '@tradeline/domain/fulfilment';
import { Badge, Button, QuantityField } from '@tradeline/ui';
import { Check, PackageX, ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { useWords } from '../../lib/words.ts';
import type { Stop } from './list-page.tsx';
import { plannedLots } from './planned-lots.ts';
import { StopLots } from './stop-lots.tsx';

/** The shelf to go to, the goods to take and the box they go into, readable at arm's length; then one large button. */
export const StopCard = ({
  stop,
  seen,
  pending,
  onTake,
  onMissing,
}: {
  stop: Stop;
  /** Its code was just scanned: the next beep takes it. */
  seen: boolean;
  pending: boolean;
  /** `lotId`: the lot that was taken, where another than the rule says. */
  onTake: (units: number, lotId?: string) => void;
  onMissing: () => void;
}) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const nameOf = useGoodsName();
  const open = openPicks(stop);
  const [units, setUnits] = useState<number | undefined>(open);
  const [lot, setLot] = useState('');
  const most = Math.min(units ?? 0, open);
  const problem =
    units === undefined || units === 0
      ? t.fulfil_needs_units()
      : units > open
        ? t.fulfil_over_stop({ open: quantity(open) })
        : undefined;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-3">
        <div>
          <p className="text-sm text-muted">{stop.zone ? t.fulfil_zone({ zone: stop.zone }) : t.fulfil_bin()}</p>
          <p className="tabular text-2xl leading-tight font-semibold tracking-tight">
            {stop.bin ?? <span className="text-xl text-faint">{t.fulfil_no_bin()}</span>}
          </p>
        </div>
        <div className="text-right">
          <p className="text-sm text-muted">{t.fulfil_box()}</p>
          <p className="tabular text-2xl leading-tight font-semibold">{stop.slot}</p>
        </div>
      </div>
      <div className="flex gap-3">
        <Picture picture={stop.picture} sizes="80px" className="size-20 shrink-0" eager />
        <div className="min-w-0 flex-1">
          <p className="text-md font-medium">{nameOf(stop)}</p>
          <p className="tabular text-md text-muted">{stop.itemNumber}</p>
          <p className="truncate text-sm text-muted">
            {stop.orderNumber} · {stop.companyName}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <p>
          <span className="block text-sm text-muted">{t.fulfil_take()}</span>
          <span className="tabular text-2xl font-semibold">{quantity(open, say(stop.unit))}</span>
        </p>
        <QuantityField
          label={t.fulfil_units_of({ item: stop.itemNumber })}
          value={units}
          unit={say(stop.unit)}
          onValueChange={setUnits}
          above={(now) => (now < open ? now + 1 : undefined)}
          below={(now) => (now > 1 ? now - 1 : undefined)}
          problem={problem}
          suggestions={problem ? [open] : []}
        />
      </div>
      {stop.lots && <StopLots lots={stop.lots} planned={plannedLots(stop, most)} value={lot} onChange={setLot} />}
      {seen && (
        <Badge tone="success">
          <ScanLine aria-hidden className="size-3.5" />
          {t.fulfil_scan_again()}
        </Badge>
      )}
      <div className="grid grid-cols-[auto_1fr] gap-3">
        <Button size="lg" className="min-h-14" onPress={onMissing}>
          <PackageX aria-hidden />
          {t.fulfil_short()}
        </Button>
        <Button
          size="lg"
          look="primary"
          className="min-h-14"
          pending={pending}
          disabledReason={problem}
          onPress={() => onTake(most, lot || undefined)}
        >
          <Check aria-hidden />
          {t.fulfil_taken({ units: quantity(most) })}
        </Button>
      </div>
    </div>
  );
};
