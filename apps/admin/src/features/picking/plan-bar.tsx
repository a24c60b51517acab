import type { Refusal } from '@tradeline/api/router';
import { planWaves, type WaveGrouping, waveGroupings } from '@tradeline/domain/fulfilment';
import { Button, cx, IconButton, Notice, SelectField, toast, useUi } from '@tradeline/ui';
import { Footprints, SlidersHorizontal, X, Zap } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { QueueSearch } from './picking-search.ts';
import { groupingText, groupText } from './picking-words.ts';
import type { QueueRow } from './queue-columns.tsx';

/** As many stops as a walk takes. */
const MAX_LINES = 200;
const sizes = ['1', '6', '12', '20', '50'] as const;

/**
 * The chosen orders and the lists they would make, counted by the very rule that makes them; then the button that does.
 */
export const PlanBar = ({
  rows,
  warehouseId,
  search,
  onSearch,
  onClear,
  onMade,
}: {
  rows: readonly QueueRow[];
  warehouseId: string;
  search: QueueSearch;
  onSearch: (next: Partial<QueueSearch>) => void;
  onClear: () => void;
  onMade: (listIds: readonly string[]) => void;
}) => {
  const words = useWords();
  const { t, quantity, list } = words;
  const { text } = useUi();
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const rules = { by: search.by, maxOrders: search.orders, maxLines: MAX_LINES };
  const waves = planWaves(rows, rules);
  const make = trpc.picking.make.useMutation({
    onSuccess: ({ lists, refused }) => {
      toast.success(t.fulfil_made({ count: quantity(lists.length) }));
      for (const { number, refusal } of refused) toast.error(`${number} ${refusalText(refusal as Refusal, words)}`);
      onMade(lists.map(({ id }) => id));
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.picking.invalidate(),
  });
  const urgent = trpc.picking.setUrgent.useMutation({
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.picking.invalidate(),
  });
  const nameOf = (key: string | null) =>
    groupText(search.by, key, say(rows.find((row) => row.delivery === key)?.deliveryName ?? null), t);
  const allUrgent = rows.every(({ priority }) => priority > 0);
  return (
    <div
      role="status"
      className="flex flex-col gap-2 border-t border-line bg-accent-soft px-4 py-2 text-accent-ink lg:flex-row lg:flex-wrap lg:items-end"
    >
      <div className="flex items-center gap-2">
        <IconButton plain size="sm" label={t.clear_selection()} icon={<X aria-hidden />} onPress={onClear} />
        <span className="tabular font-medium">{text.selected(rows.length)}</span>
        <Button
          size="sm"
          pending={urgent.isPending}
          onPress={() => {
            for (const { orderId } of rows) urgent.mutate({ orderId, urgent: !allUrgent });
          }}
        >
          <Zap aria-hidden />
          {allUrgent ? t.fulfil_not_urgent() : t.fulfil_make_urgent()}
        </Button>
        <Button
          look="quiet"
          size="sm"
          className="ml-auto lg:hidden"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          <SlidersHorizontal aria-hidden />
          {t.fulfil_group_by()}
        </Button>
      </div>
      <div className={cx('grid grid-cols-2 gap-3 text-ink lg:flex', !open && 'max-lg:hidden')}>
        <SelectField
          className="lg:w-40"
          label={t.fulfil_group_by()}
          value={search.by}
          onValueChange={(by: WaveGrouping) => onSearch({ by })}
          options={waveGroupings.map((value) => ({ value, label: groupingText(value, t) }))}
        />
        <SelectField
          className="lg:w-40"
          label={t.fulfil_max_orders()}
          value={String(search.orders)}
          onValueChange={(most) => onSearch({ orders: Number(most) })}
          options={[...new Set([...sizes, String(search.orders)])]
            .toSorted((a, b) => Number(a) - Number(b))
            .map((value) => ({ value, label: quantity(Number(value)) }))}
        />
      </div>
      <p className="min-w-0 text-sm max-lg:line-clamp-2 lg:flex-1 lg:basis-60 lg:pb-2">
        <span className="font-medium">{t.fulfil_preview({ count: quantity(waves.length) })}</span>{' '}
        {list(
          waves.slice(0, 6).map((wave) =>
            t.fulfil_preview_list({
              name: nameOf(wave.group),
              orders: quantity(wave.orderIds.length),
              stops: quantity(wave.lines),
            }),
          ),
        )}
        {waves.length > 6 && ' …'}
      </p>
      {make.error && (
        <Notice tone="danger" live>
          {problemText(make.error, words)}
        </Notice>
      )}
      <Button
        look="primary"
        size="lg"
        pending={make.isPending}
        disabledReason={rows.length > 200 ? t.fulfil_too_many_orders() : undefined}
        onPress={() => make.mutate({ warehouseId, orderIds: rows.map(({ orderId }) => orderId), ...rules })}
      >
        <Footprints aria-hidden />
        {t.fulfil_make({ count: quantity(waves.length) })}
      </Button>
    </div>
  );
};
