import { Card, MoneyText, QuantityText } from '@tradeline/ui';
import { trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { LedgerList } from './ledger-list.tsx';

const whatOf: Record<string, (t: Words['t']) => string> = {
  earn: (t) => t.points_earn(),
  redeem: (t) => t.points_redeem(),
  restore: (t) => t.points_restore(),
  clawback: (t) => t.points_clawback(),
};
const comesIn = (kind: string): boolean => kind === 'earn' || kind === 'restore';

/** Points that can be used, what they are worth as money, and how they came and went. */
export const PointsPanel = () => {
  const { t } = useWords();
  const points = trpc.means.points.useQuery();
  const { data } = points;
  return (
    <div className="flex flex-col gap-4">
      {data && (
        <Card className="flex flex-wrap items-baseline gap-x-3 gap-y-1 p-4">
          <span className="text-muted">{t.points_usable()}</span>
          <span className="tabular text-xl font-semibold">
            <QuantityText quantity={data.usable} />
          </span>
          <span className="text-muted">
            ≈ <MoneyText amount={Math.floor(data.usable * Number(data.worth))} />
          </span>
        </Card>
      )}
      <LedgerList
        title={t.wallet_history()}
        empty={t.points_empty()}
        error={points.error}
        onRetry={() => void points.refetch()}
        rows={data?.entries.map((entry) => ({
          key: String(entry.seq),
          what: whatOf[entry.kind]?.(t) ?? entry.kind,
          note: null,
          at: entry.at,
          order: entry.orderId && entry.orderNumber ? { id: entry.orderId, number: entry.orderNumber } : undefined,
          amount: (
            <span className={comesIn(entry.kind) ? 'text-success-ink' : ''}>
              {comesIn(entry.kind) ? '+' : '−'}
              <QuantityText quantity={entry.points} />
            </span>
          ),
        }))}
      />
    </div>
  );
};
