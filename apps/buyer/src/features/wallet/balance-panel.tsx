import { Card, MoneyText } from '@tradeline/ui';
import { trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { LedgerList } from './ledger-list.tsx';

const whatOf: Record<string, (t: Words['t']) => string> = {
  'top-up': (t) => t.balance_top_up(),
  use: (t) => t.balance_use(),
  return: (t) => t.balance_return(),
  adjust: (t) => t.balance_adjust(),
  'pay-out': (t) => t.balance_pay_out(),
};

/** Money the company left with the wholesaler, and how it came and went. */
export const BalancePanel = () => {
  const { t } = useWords();
  const balance = trpc.means.balance.useQuery();
  const { data } = balance;
  return (
    <div className="flex flex-col gap-4">
      {data && (
        <Card className="flex flex-wrap items-baseline gap-x-3 gap-y-1 p-4">
          <span className="text-muted">{t.wallet_balance()}</span>
          <MoneyText amount={data.balance} className="text-xl font-semibold" />
          <span className="w-full text-sm text-muted">{t.balance_hint()}</span>
        </Card>
      )}
      <LedgerList
        title={t.wallet_history()}
        empty={t.balance_empty()}
        error={balance.error}
        onRetry={() => void balance.refetch()}
        rows={data?.entries.map((entry) => ({
          key: String(entry.seq),
          what: whatOf[entry.kind]?.(t) ?? entry.kind,
          note: entry.orderId ? null : entry.note,
          at: entry.at,
          order: entry.orderId && entry.orderNumber ? { id: entry.orderId, number: entry.orderNumber } : undefined,
          amount: (
            <span className={entry.amount > 0 ? 'text-success-ink' : ''}>
              {entry.amount > 0 ? '+' : ''}
              <MoneyText amount={entry.amount} />
            </span>
          ),
        }))}
      />
    </div>
  );
};
