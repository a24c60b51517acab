import { Button, Dialog, QuantityField, SelectField, TextField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';
import { shelvesOf } from './parcel-plan.ts';
import type { StepRunner } from './use-step.ts';

/** A parcel: who carries it, from which warehouse, and what goes into it. All of it unless changed. */
export const ShipDialog = ({ order, runner, onClose }: { order: Order; runner: StepRunner; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const { orders } = trpc.useUtils().client;
  const carriers = [...new Set(order.shipments.map((parcel) => parcel.carrier).filter(Boolean))];
  // Kept from when the dialog was opened: a change meanwhile is refused by its version, not mixed into the form.
  const [shelves] = useState(() => shelvesOf(order.held));
  const [seen] = useState(order.version);
  const [carrier, setCarrier] = useState(carriers.at(-1) ?? '');
  const [tracking, setTracking] = useState('');
  const [warehouseId, setWarehouseId] = useState(shelves[0]?.warehouseId ?? '');
  const [wanted, setWanted] = useState<Record<string, number | undefined>>({});
  const [tried, setTried] = useState(false);

  const shelf = shelves.find((each) => each.warehouseId === warehouseId);
  const rows = (shelf?.lines ?? []).map(({ lineId, units }) => {
    const line = order.lines.find((each) => each.id === lineId);
    const asked = lineId in wanted ? wanted[lineId] : units;
    return { lineId, units, line, asked, over: asked !== undefined && asked > units };
  });
  const packed = rows.reduce((sum, row) => sum + (row.asked ?? 0), 0);
  const open = order.facts.lines.reduce((sum, line) => sum + line.ordered - line.cancelled - line.shipped, 0);
  const wrong = rows.some((row) => row.over || row.asked === undefined);
  const nameOf = (id: string) => say(order.warehouses.find((each) => each.id === id)?.name) || t.warehouse_closed();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!carrier.trim() || packed === 0 || wrong) return;
    await runner.take({
      call: () =>
        orders.ship.mutate({
          id: order.id,
          expectedVersion: seen,
          carrier: carrier.trim(),
          trackingNumber: tracking.trim() || undefined,
          warehouseId,
          lines: rows.flatMap(({ lineId, asked }) => (asked ? [{ lineId, quantity: asked }] : [])),
        }),
      did: t.did_ship(),
      seen,
    });
    onClose();
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(next) => !next && onClose()}
      keepOnOutsidePress
      title={t.ship_title({ number: order.number })}
      footer={
        <div className="flex w-full flex-col gap-2 sm:flex-row sm:items-center">
          <span className="flex-1 text-sm text-muted" role="status">
            {packed > 0 && (open - packed > 0 ? t.ship_rest({ count: quantity(open - packed) }) : t.ship_final())}
          </span>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            type="submit"
            form="ship"
            look="primary"
            pending={runner.pending}
            disabledReason={packed === 0 ? t.ship_nothing() : undefined}
          >
            {t.ship_submit({ count: packed })}
          </Button>
        </div>
      }
    >
      <form id="ship" className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t.ship_carrier()}
            list="carriers"
            maxLength={60}
            autoComplete="off"
            value={carrier}
            error={tried && !carrier.trim() ? t.ship_carrier_required() : undefined}
            onChange={(event) => setCarrier(event.target.value)}
          />
          <datalist id="carriers">
            {carriers.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <TextField
            label={t.ship_tracking()}
            optional
            maxLength={60}
            autoComplete="off"
            value={tracking}
            onChange={(event) => setTracking(event.target.value)}
          />
        </div>
        {shelves.length > 1 && (
          <SelectField
            label={t.ship_warehouse()}
            hint={t.ship_warehouse_hint({ count: shelves.length })}
            value={warehouseId}
            onValueChange={setWarehouseId}
            options={shelves.map((each) => ({
              value: each.warehouseId,
              label: t.ship_warehouse_units({ name: nameOf(each.warehouseId), units: quantity(each.units) }),
            }))}
          />
        )}
        <fieldset>
          <legend className="pb-1 text-sm font-medium">
            {t.ship_lines()}
            {shelves.length === 1 && <span className="ml-2 font-normal text-muted">{nameOf(warehouseId)}</span>}
          </legend>
          <ul className="divide-y divide-line rounded-md border border-line">
            {rows.map(({ lineId, units, line, asked, over }) => (
              <li key={lineId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
                <span className="min-w-0 flex-1 basis-48">
                  <span className="block truncate">
                    {say(line?.name)} <span className="text-muted">{say(line?.optionText)}</span>
                  </span>
                  <span className="tabular block text-sm text-faint">{line?.itemNumber}</span>
                </span>
                <span className="flex items-center gap-2">
                  <QuantityField
                    size="sm"
                    label={t.ship_quantity_of({ item: line?.itemNumber ?? '' })}
                    value={asked}
                    onValueChange={(next) => setWanted((old) => ({ ...old, [lineId]: next }))}
                    above={(from) => (from < units ? from + 1 : undefined)}
                    below={(from) => (from > 0 ? from - 1 : undefined)}
                    problem={over ? t.ship_over({ most: quantity(units) }) : undefined}
                    suggestions={over ? [units] : []}
                  />
                  <span className="tabular w-16 text-sm whitespace-nowrap text-muted">
                    {t.ship_of({ most: quantity(units) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </fieldset>
      </form>
    </Dialog>
  );
};
