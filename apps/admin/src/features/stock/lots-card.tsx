import { Badge, Button, Card, CardHeader, cx, DayText, EmptyState } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { lotName } from '../../lib/lot-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { RecallDrawer } from './recall-drawer.tsx';

type Lot = Outputs['stock']['lots']['ofSku']['rows'][number];
const cell = 'border-b border-line px-2 py-1.5 text-right first:pl-4 last:pr-4';

/** How long a lot may still be sent; nothing for one that keeps. */
export const LotDays = ({ days, soon = 30 }: { days: number | null; soon?: number | undefined }) => {
  const { t, quantity } = useWords();
  if (days === null) return <span className="text-faint">{t.stock_lot_keeps()}</span>;
  if (days < 0) return <Badge tone="danger">{t.stock_lot_expired()}</Badge>;
  const text = days === 0 ? t.stock_lot_today() : t.stock_lot_days({ days: quantity(days) });
  return days < soon ? <Badge tone="warning">{text}</Badge> : <span className="text-muted">{text}</span>;
};

/** The lots of goods kept by lot: what lies where, until when, and who got some of each. */
export const LotsCard = ({ skuId }: { skuId: string }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const mayRecall = useMay('order.read');
  const [asked, setAsked] = useState<Lot>();
  const { data } = trpc.stock.lots.ofSku.useQuery({ skuId });
  if (!data || data.tracking === 'none') return null;
  const titles = [
    t.stock_warehouse(),
    t.stock_lot_expiry(),
    t.stock_on_hand(),
    t.stock_lot_boxed(),
    t.stock_quarantine(),
    t.stock_transit(),
  ];
  const figure = (n: number) => <td className={cx(cell, 'tabular', n === 0 && 'text-faint')}>{quantity(n)}</td>;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t.stock_lots()} />
      {data.rows.length === 0 ? (
        <EmptyState className="py-8" title={t.stock_lots_empty()} />
      ) : (
        <div className="relative overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr className="text-sm whitespace-nowrap text-muted">
                <th scope="col" className={cx(cell, 'h-9 text-left font-medium')}>
                  {t.stock_lot()}
                </th>
                {titles.map((title, at) => (
                  <th key={title} scope="col" className={cx(cell, 'font-medium', at < 2 && 'text-left')}>
                    {title}
                  </th>
                ))}
                {mayRecall && (
                  <th scope="col" className={cell}>
                    <span className="sr-only">{t.stock_lot_who()}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((lot) => (
                <tr key={`${lot.lotId} ${lot.warehouseId}`} className="whitespace-nowrap">
                  <th scope="row" className={cx(cell, 'text-left font-medium', !lot.code && 'text-muted')}>
                    {lotName(lot.code, t)}
                  </th>
                  <td className={cx(cell, 'text-left')}>{say(lot.warehouseName)}</td>
                  <td className={cx(cell, 'text-left')}>
                    <span className="flex items-center gap-2">
                      {lot.expiresOn && <DayText day={lot.expiresOn} />}
                      <LotDays days={lot.daysLeft} />
                    </span>
                  </td>
                  {figure(lot.onHand)}
                  {figure(lot.picked)}
                  {figure(lot.quarantine)}
                  {figure(lot.coming)}
                  {mayRecall && (
                    <td className={cell}>
                      <Button
                        size="sm"
                        aria-label={`${t.stock_lot_who()} ${lotName(lot.code, t)}`}
                        onPress={() => setAsked(lot)}
                      >
                        {t.stock_lot_who()}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <RecallDrawer lot={asked} onClose={() => setAsked(undefined)} />
    </Card>
  );
};
