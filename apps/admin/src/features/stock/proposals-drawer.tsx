import { Button, Checkbox, Drawer, EmptyState, Skeleton, toast } from '@tradeline/ui';
import { useState } from 'react';
import { GoodsCell, useGoodsName } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Proposal = Outputs['stock']['transfers']['proposals'][number];
const keyOf = ({ skuId, from, to }: Proposal): string => `${skuId} ${from} ${to}`;

/** What could be moved to where it is missing, each with its reason; what is chosen becomes drafts, one a route. */
export const ProposalsDrawer = ({ onClose }: { onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const nameOf = useGoodsName();
  const utils = trpc.useUtils();
  const warehouses = trpc.stock.warehouses.useQuery(undefined, { staleTime: 300_000 });
  const { data, error, refetch } = trpc.stock.transfers.proposals.useQuery();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const placeOf = (id: string): string => say(warehouses.data?.find((one) => one.id === id)?.name);
  const chosen = (data ?? []).filter((one) => !left.has(keyOf(one)));
  const take = async () => {
    setBusy(true);
    try {
      const routes = [...Map.groupBy(chosen, ({ from, to }) => `${from} ${to}`).values()];
      for (const parts of routes) {
        const { from, to } = parts[0]!;
        await utils.client.stock.transfers.draft.mutate({
          ...{ fromId: from, toId: to, note: t.stock_transfer_proposals(), expectedOn: null },
          parts: parts.map(({ skuId, quantity: units }) => ({ skuId, quantity: units })),
        });
      }
      toast.success(t.stock_transfer_taken({ count: routes.length }));
      await utils.stock.invalidate();
      onClose();
    } catch (problem) {
      toast.error(problemText(problem, words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={t.stock_transfer_proposals()}>
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40 w-full" />}
      {data?.length === 0 && (
        <EmptyState title={t.stock_transfer_proposals_empty()}>{t.stock_transfer_proposals_body()}</EmptyState>
      )}
      <ul className="-my-2 divide-y divide-line">
        {data?.map((one) => (
          <li key={keyOf(one)} className="flex items-start gap-3 py-2.5">
            <Checkbox
              hiddenLabel
              label={nameOf(one)}
              checked={!left.has(keyOf(one))}
              onCheckedChange={(on) => {
                const next = new Set(left);
                if (on) next.delete(keyOf(one));
                else next.add(keyOf(one));
                setLeft(next);
              }}
            />
            <div className="min-w-0 flex-1">
              <GoodsCell goods={one} />
              <p className="mt-1 text-sm text-muted">
                {placeOf(one.from)} → {placeOf(one.to)} ·{' '}
                {t.stock_transfer_why({
                  need: quantity(one.reason.need),
                  surplus: quantity(one.reason.surplusBefore),
                })}
              </p>
            </div>
            <span className="tabular font-medium">{quantity(one.quantity)}</span>
          </li>
        ))}
      </ul>
      {data && data.length > 0 && (
        <Button
          look="primary"
          wide
          className="mt-4"
          pending={busy}
          disabledReason={chosen.length === 0 ? t.stock_needs_goods() : undefined}
          onPress={() => void take()}
        >
          {t.stock_transfer_take({ count: chosen.length })}
        </Button>
      )}
    </Drawer>
  );
};
