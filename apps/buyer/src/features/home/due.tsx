import { Link } from '@tanstack/react-router';
import { Badge, Card, CardHeader, MoneyText } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords, type Words } from '../../lib/words.ts';

type Row = Outputs['home']['due']['rows'][number];

const dueText = ({ dueAt }: Row, isLate: boolean, { t, language }: Words): string => {
  if (!dueAt) return t.home_due_now();
  const day = formatInstant(dueAt, language, 'date');
  return isLate ? t.home_due_was({ day }) : t.home_due_on({ day });
};

/** What is to be paid, the first due first, overdue in sight. Nothing where nothing is owed, or it is not my business. */
export const Due = ({ className }: { className?: string }) => {
  const words = useWords();
  const { t, money } = words;
  const maySee = useMay('payment.read');
  const due = trpc.home.due.useQuery(undefined, { enabled: maySee });
  if (!due.data || due.data.count === 0) return null;
  const now = due.dataUpdatedAt;
  return (
    <Card className={className ?? ''}>
      <CardHeader
        title={t.home_due()}
        aside={
          due.data.overdue > 0 ? (
            <Badge tone="danger">{t.home_due_overdue({ amount: money(due.data.overdue) })}</Badge>
          ) : undefined
        }
      />
      <ul className="divide-y divide-line">
        {due.data.rows.map((row) => {
          const isLate = row.dueAt !== null && Date.parse(row.dueAt) < now;
          return (
            <li key={row.id}>
              <Link
                to="/orders/$orderId"
                params={{ orderId: row.id }}
                className="grid grid-cols-[1fr_auto] gap-x-3 px-4 py-2.5 hover:bg-hover focus-visible:outline-offset-[-2px]"
              >
                <span className="tabular font-medium">{row.number}</span>
                <MoneyText amount={row.open} currency={row.currency} className="text-right font-medium" />
                <span className={isLate ? 'text-sm text-danger-ink' : 'text-sm text-muted'}>
                  {dueText(row, isLate, words)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      <p className="flex justify-between gap-3 border-t border-line px-4 py-2.5 text-sm text-muted">
        {t.home_due_more({ count: due.data.count })}
        <span>
          {t.home_due_total()} <MoneyText amount={due.data.total} className="font-semibold text-ink" />
        </span>
      </p>
    </Card>
  );
};
