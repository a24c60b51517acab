import { Link } from '@tanstack/react-router';
import { Button, DateText, Drawer, EmptyState, Skeleton } from '@tradeline/ui';
import { csv, saveFile } from '../../lib/csv.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { lotName } from '../../lib/lot-words.ts';
import { momentStyle } from '../../lib/moment-style.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** Who was sent units of a lot, the latest first, with whom to ring: for a recall. */
export const RecallDrawer = ({
  lot,
  onClose,
}: {
  lot: { lotId: string; code: string } | undefined;
  onClose: () => void;
}) => {
  const { t, quantity } = useWords();
  const { data, error, isPending, refetch } = trpc.stock.lots.recipients.useQuery(
    { lotId: lot?.lotId ?? '' },
    { enabled: lot !== undefined },
  );
  const units = data?.reduce((sum, one) => sum + one.units, 0) ?? 0;
  const download = () =>
    saveFile(
      `lot-${lot?.code || 'none'}.csv`,
      csv([
        [
          t.stock_lot_customer(),
          t.stock_lot_contact(),
          t.stock_lot_phone(),
          t.stock_lot_order(),
          t.stock_lot_units(),
          t.stock_lot_sent_at(),
        ],
        ...(data ?? []).map((one) => [
          one.companyName,
          one.contactName,
          one.phone,
          one.orderNumber,
          one.units,
          one.sentAt,
        ]),
      ]),
    );
  return (
    <Drawer
      open={lot !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t.stock_lot_recall_title({ code: lotName(lot?.code ?? '', t) })}
    >
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {lot && isPending && <Skeleton className="h-24 w-full" />}
      {data?.length === 0 && <EmptyState title={t.stock_lot_recall_none()} />}
      {data && data.length > 0 && (
        <>
          <div className="flex items-center justify-between gap-3 pb-2">
            <p className="text-muted">
              {t.stock_lot_recall_sum({ orders: quantity(data.length), units: quantity(units) })}
            </p>
            <Button onPress={download}>{t.stock_lot_recall_export()}</Button>
          </div>
          <ul className="divide-y divide-line">
            {data.map((one) => (
              <li key={one.orderId} className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 py-2">
                <span className="min-w-0 font-medium">{one.companyName}</span>
                <span className="tabular text-right font-medium">{quantity(one.units)}</span>
                <span className="min-w-0 text-sm text-muted">
                  {one.contactName} <span className="tabular select-all">{one.phone}</span> ·{' '}
                  <Link
                    to="/orders/$orderId"
                    params={{ orderId: one.orderId }}
                    className="tabular text-accent-ink underline underline-offset-2"
                  >
                    {one.orderNumber}
                  </Link>
                </span>
                <DateText
                  at={one.sentAt}
                  style={momentStyle(one.sentAt)}
                  className="text-right text-sm whitespace-nowrap text-faint"
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
};
