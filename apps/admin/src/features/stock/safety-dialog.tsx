import { Button, Dialog, Notice, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { SkuStock } from './balance-table.tsx';
import { readUnits } from './lines-field.tsx';

/** How much should always be left, warehouse by warehouse; what half a year of sales suggests is one press away. */
export const SafetyDialog = ({ sku, onClose }: { sku: SkuStock; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(sku.balances.map(({ warehouseId, safety }) => [warehouseId, String(safety)])),
  );
  const [lead, setLead] = useState('7');
  const [tried, setTried] = useState(false);
  const leadDays = readUnits(lead) ?? 0;
  const suggest = trpc.stock.levels.suggest.useQuery(
    { skuId: sku.skuId, leadDays },
    { enabled: leadDays >= 1 && leadDays <= 365 },
  );
  const save = trpc.stock.levels.setSafety.useMutation({
    onSuccess: async () => {
      await utils.stock.invalidate();
      toast.success(t.stock_safety_saved());
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const levels = sku.balances.flatMap(({ warehouseId }) => {
      const safety = readUnits(typed[warehouseId] ?? '');
      return safety === undefined ? [] : [{ warehouseId, safety }];
    });
    if (levels.length === sku.balances.length) save.mutate({ skuId: sku.skuId, levels });
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.stock_safety_title({ item: sku.itemNumber })}
      description={t.stock_safety_hint()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="safety" look="primary" pending={save.isPending}>
            {t.stock_save()}
          </Button>
        </>
      }
    >
      <form id="safety" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {save.error && (
          <Notice tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <div className="flex items-end gap-2">
          <TextField
            className="flex-1"
            label={t.stock_safety_lead()}
            inputMode="numeric"
            value={lead}
            error={leadDays < 1 || leadDays > 365 ? t.stock_needs_quantity() : undefined}
            onChange={(event) => setLead(event.target.value)}
          />
          <Button
            disabledReason={suggest.data ? undefined : t.stock_needs_quantity()}
            onPress={() =>
              setTyped(Object.fromEntries((suggest.data ?? []).map((one) => [one.warehouseId, String(one.units)])))
            }
          >
            {t.stock_safety_suggest()}
          </Button>
        </div>
        {sku.balances.map(({ warehouseId, warehouseName }) => {
          const found = suggest.data?.find((one) => one.warehouseId === warehouseId);
          return (
            <TextField
              key={warehouseId}
              label={say(warehouseName)}
              inputMode="numeric"
              autoComplete="off"
              hint={
                found &&
                t.stock_safety_why({
                  weekly: quantity(Math.round(found.weekly * 10) / 10),
                  deviation: quantity(Math.round(found.deviation * 10) / 10),
                  units: quantity(found.units),
                })
              }
              value={typed[warehouseId] ?? ''}
              error={tried && readUnits(typed[warehouseId] ?? '') === undefined ? t.stock_needs_quantity() : undefined}
              onChange={(event) => setTyped({ ...typed, [warehouseId]: event.target.value })}
            />
          );
        })}
      </form>
    </Dialog>
  );
};
