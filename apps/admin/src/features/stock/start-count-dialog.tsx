import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Dialog, Notice, SelectField, TextField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { type Line, LinesField, readUnits } from './lines-field.tsx';

type Scope = 'full' | 'cyclic' | 'chosen';

/** Where, what and how is counted. */
export const StartCountDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const warehouses = trpc.stock.warehouses.useQuery(undefined, { staleTime: 300_000 });
  const [place, setPlace] = useState<string>();
  const [scope, setScope] = useState<Scope>('cyclic');
  const [size, setSize] = useState('20');
  const [blind, setBlind] = useState(false);
  const [lines, setLines] = useState<Line[]>([]);
  const [tried, setTried] = useState(false);
  const start = trpc.stock.counts.start.useMutation({
    onSuccess: async ({ id }) => {
      await utils.stock.counts.invalidate();
      void navigate({ to: '/stock/counts/$countId', params: { countId: id } });
    },
  });
  const at = place ?? warehouses.data?.[0]?.id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const many = readUnits(size);
    if (!at || !many || (scope === 'chosen' && lines.length === 0)) return;
    const skuIds = scope === 'chosen' ? lines.map(({ goods }) => goods.skuId) : [];
    start.mutate({ warehouseId: at, scope, blind, note: '', skuIds, size: Math.min(many, 2_000) });
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={t.stock_count_new()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="count" look="primary" pending={start.isPending}>
            {t.stock_count_start()}
          </Button>
        </>
      }
    >
      <form id="count" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {start.error && (
          <Notice tone="danger" live>
            {problemText(start.error, words)}
          </Notice>
        )}
        <SelectField
          label={t.stock_warehouse()}
          value={at ?? ''}
          onValueChange={setPlace}
          options={(warehouses.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
        <SelectField
          label={t.stock_count_scope()}
          value={scope}
          onValueChange={setScope}
          options={[
            { value: 'cyclic', label: t.stock_count_cyclic() },
            { value: 'full', label: t.stock_count_full() },
            { value: 'chosen', label: t.stock_count_chosen() },
          ]}
        />
        {scope === 'cyclic' && (
          <TextField
            label={t.stock_count_size()}
            inputMode="numeric"
            value={size}
            error={tried && !readUnits(size) ? t.stock_needs_quantity() : undefined}
            onChange={(event) => setSize(event.target.value)}
          />
        )}
        {scope === 'chosen' && (
          <LinesField lines={lines} onChange={setLines} tried={tried} warehouseId={at} withQuantity={false} />
        )}
        <Checkbox label={t.stock_count_blind()} checked={blind} onCheckedChange={setBlind} />
      </form>
    </Dialog>
  );
};
