import { Link } from '@tanstack/react-router';
import { Card, CardHeader, DateText, EmptyState, Skeleton } from '@tradeline/ui';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { LoadError } from '../../lib/load-error.tsx';

export type LedgerRow = {
  key: string;
  what: string;
  note: string | null;
  at: string;
  order: { id: string; number: string } | undefined;
  amount: ReactNode;
};

/** A ledger as people read it: what happened, when, for which order, and by how much. The latest stands first. */
export const LedgerList = ({
  title,
  rows,
  empty,
  error,
  onRetry,
}: {
  title: string;
  rows: readonly LedgerRow[] | undefined;
  empty: string;
  error: unknown;
  onRetry: () => void;
}) => (
  <Card>
    <CardHeader title={title} aside={rows?.length} />
    {error && !rows ? (
      <LoadError error={error} onRetry={onRetry} />
    ) : rows?.length === 0 ? (
      <EmptyState icon={<History aria-hidden />} title={empty} className="py-10" />
    ) : (
      <ul className="divide-y divide-line">
        {!rows && (
          <li className="p-4">
            <Skeleton className="h-10" />
          </li>
        )}
        {rows?.map((row) => (
          <li key={row.key} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">
                {row.what}
                {row.order && (
                  <Link
                    to="/orders/$orderId"
                    params={{ orderId: row.order.id }}
                    className="tabular ml-2 font-normal text-accent-ink underline underline-offset-2"
                  >
                    {row.order.number}
                  </Link>
                )}
              </p>
              <p className="text-sm text-muted">
                <DateText at={row.at} />
                {row.note ? ` · ${row.note}` : ''}
              </p>
            </div>
            <span className="tabular shrink-0 font-medium">{row.amount}</span>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
