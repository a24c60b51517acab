import type { PricedLine } from '@tradeline/domain/order';
import type { TraceEntry } from '@tradeline/domain/promotion';
import { Button, cx, DateText, Dialog, MoneyText, QuantityText, UnitPriceText } from '@tradeline/ui';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { priceKindText, priceVerdictText } from '../../lib/price-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const Step = ({ label, children, strong = false }: { label: ReactNode; children: ReactNode; strong?: boolean }) => (
  <div
    className={cx(
      'flex items-baseline justify-between gap-4 py-1.5',
      strong && 'border-t border-line pt-2.5 font-semibold',
    )}
  >
    <dt className={strong ? '' : 'text-muted'}>{label}</dt>
    <dd className="tabular">{children}</dd>
  </div>
);

/** Why a line cost what it cost on that day: every list that was considered with its verdict, then the sum to the cent. */
export const PriceTrace = ({
  line,
  currency,
  pricedAt,
  reductions,
  name,
  unit,
  onNow,
  onClose,
}: {
  line: PricedLine | undefined;
  currency: string;
  pricedAt: string | undefined;
  reductions: readonly TraceEntry[];
  name: string;
  unit: string;
  /** Asks the same of the prices of today. */
  onNow: () => void;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const lists = trpc.catalog.priceLists.useQuery(undefined, { staleTime: 300_000 });
  const nameOf = (id: string): string | undefined => {
    const list = lists.data?.find((each) => each.id === id);
    return list && say(list.name);
  };
  const own = reductions.filter(({ target }) => target.kind === 'line' && target.lineId === line?.id);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.order_why()}
      description={name}
      footer={<Button onPress={onNow}>{t.prices_why_now()}</Button>}
    >
      {line === undefined ? (
        <p className="pb-3 text-muted">{t.trace_none()}</p>
      ) : (
        <>
          {line.price.source === 'agreed' ? (
            <p className="rounded-md bg-sunken px-3 py-2">{t.trace_agreed({ reason: line.price.reason })}</p>
          ) : (
            <ul className="flex flex-col gap-0.5">
              {line.price.considered.map((each) => {
                const chosen = each.reason === 'chosen';
                return (
                  <li
                    key={`${each.listId} ${each.minQuantity ?? 1}`}
                    className={cx(
                      'grid grid-cols-[1.25rem_1fr_auto] items-baseline gap-x-1 rounded-md px-2 py-1.5',
                      chosen ? 'bg-accent-soft' : 'text-muted',
                    )}
                  >
                    <span aria-hidden className="self-center">
                      {chosen && <Check className="size-4 text-accent-ink" />}
                    </span>
                    <span>
                      <span className={chosen ? 'font-medium text-accent-ink' : ''}>
                        {nameOf(each.listId) ?? priceKindText(each.kind, t)}
                      </span>
                      <span className="ml-2 text-sm">
                        {Number(each.minQuantity ?? 1) > 1 &&
                          `${t.trace_from({ quantity: words.quantity(Number(each.minQuantity)), unit })} · `}
                        {priceVerdictText(each.reason, t)}
                      </span>
                    </span>
                    {each.amountE4 !== null && (
                      <UnitPriceText
                        price={each.amountE4}
                        currency={currency}
                        className={chosen ? 'font-semibold text-accent-ink' : 'text-sm'}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          )}
          <dl className="mt-3 px-2">
            {line.price.source === 'list' && line.price.level && (
              <Step label={t.trace_level({ percent: line.price.level.percent })}>
                <UnitPriceText price={line.unitPriceE4} currency={currency} />
              </Step>
            )}
            {line.bands.map((band) => (
              <Step
                key={`${band.unitPriceE4} ${band.quantity}`}
                label={
                  <>
                    <UnitPriceText price={band.unitPriceE4} currency={currency} /> ×{' '}
                    <QuantityText quantity={band.quantity} unit={unit} />
                  </>
                }
              >
                {line.bands.length === 1 && <MoneyText amount={line.gross} currency={currency} />}
              </Step>
            ))}
            {line.bands.length > 1 && (
              <Step label={t.trace_gross()}>
                <MoneyText amount={line.gross} currency={currency} />
              </Step>
            )}
            {own.map((entry) => (
              <Step
                key={`${entry.stage} ${entry.before} ${entry.after}`}
                label={
                  <>
                    {entry.source.kind === 'points'
                      ? t.trace_points()
                      : entry.source.promotionId === 'imported-line-discount'
                        ? t.trace_imported_discount()
                        : t.trace_promotion()}
                    {entry.percent && (
                      <span className="ml-2 text-sm">
                        {t.trace_percent({ percent: entry.percent, base: words.money(entry.base, currency) })}
                      </span>
                    )}
                  </>
                }
              >
                <MoneyText amount={-entry.rounded} currency={currency} />
              </Step>
            ))}
            <Step label={t.trace_net()} strong>
              <MoneyText amount={line.net} currency={currency} />
            </Step>
            <Step label={t.trace_tax({ rate: line.taxRate })}>
              <MoneyText amount={line.tax.tax} currency={currency} />
            </Step>
          </dl>
          {pricedAt && (
            <p className="px-2 pb-2 text-sm text-faint">
              {t.trace_priced()} <DateText at={pricedAt} />
            </p>
          )}
        </>
      )}
    </Dialog>
  );
};
