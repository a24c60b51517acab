import type { PricedLine } from '@tradeline/domain/order';
import { type ConsideredPrice, PRICE_KINDS } from '@tradeline/domain/pricing';
import type { TraceEntry } from '@tradeline/domain/promotion';
import { cx, Dialog, MoneyText, QuantityText, UnitPriceText } from '@tradeline/ui';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { priceKindText, priceVerdictText } from './price-words.ts';
import { usePromotionName } from './promotions.tsx';
import type { Outputs } from './trpc.ts';
import { useWords } from './words.ts';

const Step = ({ label, children, strong = false }: { label: ReactNode; children: ReactNode; strong?: boolean }) => (
  <div
    className={cx(
      'flex items-baseline justify-between gap-4 py-1.5',
      strong && 'border-t border-line pt-2.5 font-semibold',
    )}
  >
    <dt className={strong ? '' : 'text-muted'}>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** The price that holds first, then the others from the most specific kind to the least, small quantities before large. */
const inReadingOrder = (considered: readonly ConsideredPrice[]): ConsideredPrice[] =>
  considered.toSorted(
    (a, b) =>
      Number(b.reason === 'chosen') - Number(a.reason === 'chosen') ||
      PRICE_KINDS.indexOf(a.kind) - PRICE_KINDS.indexOf(b.kind) ||
      Number(a.minQuantity ?? 1) - Number(b.minQuantity ?? 1),
  );

/** Why a line costs what it costs: every price that was considered with its verdict, then the calculation to the cent. */
export const PriceTrace = ({
  open,
  onOpenChange,
  line,
  trace,
  promotions,
  name,
  unit,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  line: PricedLine;
  /** What reduced the order, line by line. */
  trace: readonly TraceEntry[];
  promotions: Outputs['cart']['get']['promotions'];
  name: string;
  unit: string;
}) => {
  const words = useWords();
  const { t } = words;
  const { price } = line;
  const nameOf = usePromotionName(promotions);
  const reductions = trace.filter(({ target }) => target.kind === 'line' && target.lineId === line.id);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.cart_why()} description={t.trace_title({ name })}>
      {price.source === 'agreed' ? (
        <p className="rounded-md bg-sunken px-3 py-2">{t.trace_agreed({ reason: price.reason })}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {inReadingOrder(price.considered).map((each) => {
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
                  <span className={chosen ? 'font-medium text-accent-ink' : ''}>{priceKindText(each.kind, t)}</span>
                  <span className="ml-2 text-sm">
                    {Number(each.minQuantity ?? 1) > 1 &&
                      `${t.trace_from({ quantity: words.quantity(Number(each.minQuantity)), unit })} · `}
                    {priceVerdictText(each.reason, t)}
                  </span>
                </span>
                {each.amountE4 !== null && (
                  <UnitPriceText
                    price={each.amountE4}
                    className={chosen ? 'font-semibold text-accent-ink' : 'text-sm'}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <dl className="mt-3 px-2">
        {price.source === 'list' && price.level && (
          <Step label={t.trace_level({ percent: price.level.percent })}>
            <UnitPriceText price={line.unitPriceE4} />
          </Step>
        )}
        <Step
          label={
            <>
              {t.trace_gross()} <UnitPriceText price={line.unitPriceE4} /> ×{' '}
              <QuantityText quantity={line.quantity} unit={unit} />
            </>
          }
        >
          <MoneyText amount={line.gross} />
        </Step>
        {reductions.map(({ source, base, percent, rounded }) => (
          <Step
            key={source.kind === 'promotion' ? `${source.promotionId} ${source.actionIndex}` : source.kind}
            label={
              <>
                {source.kind === 'promotion' ? nameOf(source.promotionId) : t.cart_discount()}
                {percent !== undefined && (
                  <span className="text-faint">
                    {' '}
                    {percent}% × <MoneyText amount={base} />
                  </span>
                )}
              </>
            }
          >
            <MoneyText amount={-rounded} className="text-deal" />
          </Step>
        ))}
        <Step label={t.trace_net()} strong>
          <MoneyText amount={line.net} />
        </Step>
        <Step label={t.trace_tax({ rate: line.taxRate })}>
          <MoneyText amount={line.tax.tax} />
        </Step>
      </dl>
    </Dialog>
  );
};
