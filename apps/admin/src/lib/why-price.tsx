import { instant } from '@tradeline/domain/kernel';
import { cx, Drawer, readQuantity, Skeleton, TextField, UnitPriceText } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { CustomerField } from './customer-field.tsx';
import { useBilingual } from './i18n.tsx';
import { LoadError } from './load-error.tsx';
import { priceKindText, priceVerdictText } from './price-words.ts';
import { SkuField } from './sku-field.tsx';
import { trpc } from './trpc.ts';
import { useWords } from './words.ts';

/** `2026-11-27T09:30` of the shop as an instant; the shop's zone has no summer time. */
const momentOf = (typed: string) => (typed ? instant(new Date(`${typed}:00.000+08:00`).toISOString()) : undefined);

/** Which price a customer has for some goods at a quantity and a moment, and why every other one is not it. */
export const WhyPrice = ({
  skuId: givenSku,
  companyId: givenCompany,
  quantity: givenQuantity = 1,
  onClose,
}: {
  skuId?: string | undefined;
  companyId?: string | undefined;
  quantity?: number | undefined;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, language } = words;
  const say = useBilingual();
  const [companyId, setCompanyId] = useState(givenCompany);
  const [skuId, setSkuId] = useState(givenSku);
  const [typed, setTyped] = useState(String(givenQuantity));
  const [moment, setMoment] = useState('');
  const quantity = readQuantity(typed);
  const ready = companyId !== undefined && skuId !== undefined && quantity !== undefined && quantity > 0;
  const why = trpc.prices.why.useQuery(
    { companyId: companyId ?? '', skuId: skuId ?? '', quantity: quantity ?? 1, at: momentOf(moment) },
    { enabled: ready, placeholderData: (old) => old },
  );
  const answer = ready ? why.data : undefined;
  const unit = answer ? say(answer.sku.unit) : '';
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={t.prices_why()}>
      <div className="flex flex-col gap-3">
        <CustomerField label={t.prices_column_customer()} value={companyId} onValueChange={setCompanyId} />
        <SkuField label={t.prices_column_item()} value={skuId} onValueChange={setSkuId} />
        <div className="grid grid-cols-[7rem_1fr] gap-3">
          <TextField
            label={t.prices_quantity()}
            inputMode="numeric"
            value={typed}
            error={quantity ? undefined : t.prices_tier_wrong()}
            onChange={(event) => setTyped(event.target.value)}
          />
          <TextField
            type="datetime-local"
            label={t.prices_moment()}
            hint={t.prices_moment_hint()}
            optional
            value={moment}
            onChange={(event) => setMoment(event.target.value)}
          />
        </div>
        {ready && why.error && <LoadError error={why.error} onRetry={() => void why.refetch()} />}
        {ready && why.isPending && <Skeleton className="h-32" />}
        {!ready && <p className="text-muted">{t.prices_why_choose()}</p>}
        {answer && (
          <section aria-live="polite" className="flex flex-col gap-3">
            <div className="rounded-lg bg-sunken px-4 py-3">
              {answer.price ? (
                <>
                  <UnitPriceText price={answer.price.unitPriceE4} unit={unit} className="text-xl font-semibold" />
                  <p className="text-sm text-muted">
                    {priceKindText(answer.price.kind, t)} · {formatInstant(answer.at, language)}
                  </p>
                </>
              ) : (
                <p className="font-medium">{t.prices_why_none()}</p>
              )}
            </div>
            <ul className="flex flex-col gap-0.5">
              {answer.considered.map((each) => {
                const chosen = each.reason === 'chosen';
                return (
                  <li
                    key={`${each.listId} ${each.minQuantity}`}
                    className={cx(
                      'grid grid-cols-[1.25rem_1fr_auto] items-baseline gap-x-1 rounded-md px-2 py-1.5',
                      chosen ? 'bg-accent-soft' : 'text-muted',
                    )}
                  >
                    <span aria-hidden className="self-center">
                      {chosen && <Check className="size-4 text-accent-ink" />}
                    </span>
                    <span>
                      <span className={chosen ? 'font-medium text-accent-ink' : ''}>{say(each.name)}</span>{' '}
                      <span className="tabular text-xs">{each.code}</span>
                      <span className="block text-sm">
                        {t.trace_from({ quantity: words.quantity(each.minQuantity), unit })} ·{' '}
                        {priceVerdictText(each.reason, t)}
                        {each.validTo &&
                          ` · ${t.prices_window_to({ to: formatInstant(each.validTo, language, 'date') })}`}
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
            {answer.foreign > 0 && (
              <p className="text-sm text-faint">{t.prices_why_foreign({ n: words.quantity(answer.foreign) })}</p>
            )}
          </section>
        )}
      </div>
    </Drawer>
  );
};
