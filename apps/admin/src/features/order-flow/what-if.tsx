import { Link } from '@tanstack/react-router';
import {
  type AutoConfirmReasonKind,
  type AutoConfirmRule,
  autoConfirmEffect,
  autoConfirmReasons,
} from '@tradeline/domain/order';
import { Button, Meter, MoneyText, Skeleton } from '@tradeline/ui';
import { useState } from 'react';
import { keptText } from '../../lib/auto-confirm-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';

const SHOWN = 30;

const kinds = (rule: AutoConfirmRule, { t, money, quantity }: Words): Record<AutoConfirmReasonKind, string> => ({
  amount: t.desk_why_amount({ most: money(rule.maxAmount ?? 0) }),
  'new-customer': t.desk_why_new_customer({ least: quantity(rule.minOrders) }),
  overdue: t.desk_why_overdue(),
  'not-in-stock': t.desk_why_not_in_stock(),
  'agreed-prices': t.desk_why_agreed_prices(),
  channel: t.desk_why_channel(),
  grade: t.desk_why_grade({ least: rule.minGrade ?? '' }),
});

/** What the rule on the screen would have done to last month's orders, by the very function that will decide. */
export const WhatIf = ({ rule }: { rule: AutoConfirmRule }) => {
  const words = useWords();
  const { t, money, quantity } = words;
  const [open, setOpen] = useState(false);
  const { data } = trpc.orderDesk.lastMonth.useQuery(undefined, { staleTime: 60_000 });
  if (!data) return <Skeleton className="mx-4 mb-4 h-24" />;
  const { rows, total } = data;
  const effect = autoConfirmEffect(rule, rows);
  const kept = effect.orders - effect.passed;
  const told = kinds(rule, words);
  const line = t.desk_whatif_line({ orders: quantity(effect.orders), passed: quantity(effect.passed) });
  const share = effect.amount === 0 ? 0 : Math.round((effect.passedAmount / effect.amount) * 100);
  const left = rows
    .map((row) => ({ row, reasons: autoConfirmReasons(rule, row) }))
    .filter(({ reasons }) => reasons.length > 0);
  return (
    <section aria-label={t.desk_whatif_title()} className="border-t border-line bg-sunken px-4 py-3">
      <h3 className="text-sm text-muted">{t.desk_whatif_title()}</h3>
      {effect.orders === 0 ? (
        <p className="mt-1">{t.desk_whatif_none()}</p>
      ) : (
        <div className="mt-1 flex flex-col gap-2">
          <p className="tabular font-medium" aria-live="polite">
            {line}
          </p>
          <Meter label={t.desk_whatif_title()} value={effect.passed} max={effect.orders} valueText={line} />
          <p className="tabular text-sm text-muted">
            {t.desk_whatif_amount({
              passed: money(effect.passedAmount),
              amount: money(effect.amount),
              percent: `${share}%`,
            })}
            {total > rows.length && ` · ${t.desk_whatif_recent({ count: quantity(rows.length) })}`}
          </p>
          {kept === 0 ? (
            <p>{t.desk_whatif_all()}</p>
          ) : (
            <div className="flex flex-col gap-1">
              <p>{t.desk_whatif_kept({ count: quantity(kept) })}</p>
              <ul className="grid gap-x-8 gap-y-0.5 sm:grid-cols-2">
                {effect.reasons.map(({ kind, orders }) => (
                  <li key={kind} className="flex justify-between gap-4">
                    <span>{told[kind]}</span>
                    <span className="tabular text-muted">{t.desk_whatif_orders({ count: quantity(orders) })}</span>
                  </li>
                ))}
              </ul>
              <Button size="sm" className="mt-1 self-start" aria-expanded={open} onPress={() => setOpen(!open)}>
                {open ? t.desk_whatif_hide() : t.desk_whatif_show()}
              </Button>
            </div>
          )}
          {open && kept > 0 && (
            <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
              {left.slice(0, SHOWN).map(({ row, reasons }) => (
                <li key={row.id} className="grid grid-cols-[1fr_auto] gap-x-4 px-3 py-1.5">
                  <span className="min-w-0 truncate">
                    <Link
                      to="/orders/$orderId"
                      params={{ orderId: row.id }}
                      className="tabular font-medium hover:underline"
                    >
                      {row.number}
                    </Link>{' '}
                    <span className="text-muted">{row.companyName}</span>
                  </span>
                  <MoneyText amount={row.total} currency={row.currency} />
                  <span className="col-span-2 text-muted">
                    {words.list(reasons.map((reason) => keptText(reason, words)))}
                  </span>
                </li>
              ))}
              {left.length > SHOWN && (
                <li className="px-3 py-1.5 text-muted">
                  {t.desk_whatif_more({ count: quantity(left.length - SHOWN) })}
                </li>
              )}
            </ul>
          )}
          <p className="text-sm text-muted">{t.desk_whatif_basis()}</p>
        </div>
      )}
    </section>
  );
};
