import { Link } from '@tanstack/react-router';
import { DateText, Drawer, EmptyState, Skeleton } from '@tradeline/ui';
import { useBilingual, useText } from './i18n.tsx';
import { actorText, causeText, entryKindText, type Figure, figureText } from './ledger-words.ts';
import { LoadError } from './load-error.tsx';
import { momentStyle } from './moment-style.ts';
import { type Outputs, trpc } from './trpc.ts';
import { useMay } from './use-me.ts';
import { useWords } from './words.ts';

/** `figure`: only what moved this one. */
export type Asked = { skuId: string; warehouseId: string | undefined; item: string; figure?: Figure };
type Entry = Outputs['stock']['entries'][number];

const LIMIT = 200;

/** The ledger behind a figure, newest first: what moved, by how much, because of what, and who did it. */
export const LedgerDrawer = ({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) => {
  const t = useText();
  const entries = trpc.stock.entries.useQuery(
    {
      skuId: asked?.skuId ?? '',
      ...(asked?.warehouseId ? { warehouseId: asked.warehouseId } : {}),
      ...(asked?.figure ? { figure: asked.figure } : {}),
      limit: LIMIT,
    },
    { enabled: asked !== undefined },
  );
  return (
    <Drawer
      open={asked !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={
        asked?.figure
          ? t.ledger_title_figure({ figure: figureText(asked.figure, t), item: asked.item })
          : t.ledger_title({ item: asked?.item ?? '' })
      }
    >
      {entries.error && <LoadError error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && (
        <div className="flex flex-col gap-3" aria-busy>
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </div>
      )}
      {entries.data?.length === 0 && <EmptyState title={t.ledger_empty()} />}
      <ol className="-my-2 divide-y divide-line">
        {entries.data?.map((entry) => (
          <Row key={entry.seq} entry={entry} withPlace={asked?.warehouseId === undefined} onGo={onClose} />
        ))}
      </ol>
      {entries.data?.length === LIMIT && (
        <p className="pt-4 text-center text-sm text-faint">{t.ledger_latest({ count: LIMIT })}</p>
      )}
    </Drawer>
  );
};

const Row = ({ entry, withPlace, onGo }: { entry: Entry; withPlace: boolean; onGo: () => void }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const mayOpenOrders = useMay('order.read');
  const moved = [
    { label: t.ledger_on_hand(), n: entry.onHand },
    { label: t.ledger_reserved(), n: entry.reserved },
    { label: t.ledger_allocated(), n: entry.allocated },
    { label: t.ledger_quarantine(), n: entry.quarantine },
    { label: t.ledger_in_transit_in(), n: entry.inTransitIn },
    { label: t.ledger_in_transit_out(), n: entry.inTransitOut },
  ].filter(({ n }) => n !== 0);
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 py-2.5">
      <span className="font-medium">
        {entryKindText(entry.kind, t)}
        {withPlace && <span className="ml-2 font-normal text-muted">{say(entry.warehouseName)}</span>}
      </span>
      <span className="tabular text-right">
        {moved.map(({ label, n }) => (
          <span key={label} className="ml-3 inline-block whitespace-nowrap">
            <span className="text-sm text-muted">{label}</span>{' '}
            <span className="font-medium">
              {n > 0 ? '+' : '−'}
              {quantity(Math.abs(n))}
            </span>
          </span>
        ))}
      </span>
      <span className="text-sm text-muted">
        {entry.order && mayOpenOrders ? (
          <Link
            to="/orders/$orderId"
            params={{ orderId: entry.order.id }}
            onClick={onGo}
            className="tabular text-accent-ink underline underline-offset-2"
          >
            {entry.order.number}
          </Link>
        ) : (
          (entry.order?.number ?? causeText(entry, t))
        )}{' '}
        · {actorText(entry.actor, t)}
        {entry.reason && ` · ${entry.reason}`}
      </span>
      <DateText at={entry.at} style={momentStyle(entry.at)} className="text-right text-sm text-faint" />
    </li>
  );
};
