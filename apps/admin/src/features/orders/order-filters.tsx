import { paymentTerms, reviewSteps } from '@tradeline/domain/order';
import { SelectField } from '@tradeline/ui';
import { CustomerField } from '../../lib/customer-field.tsx';
import { useText } from '../../lib/i18n.tsx';
import { reviewText, termsText } from '../../lib/order-words.ts';
import { sourceText } from '../../lib/source-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import type { ChangeSearch, OrderSearch } from './order-search.ts';
import { PeriodField } from './period-field.tsx';

/** Period, customer, payment terms and source. Labels are read out; on a desk the choices speak for themselves. */
export const OrderFilters = ({
  search,
  onChange,
  labelled = false,
}: {
  search: OrderSearch;
  onChange: ChangeSearch;
  /** Labels in sight: in the drawer of a phone. */
  labelled?: boolean;
}) => {
  const t = useText();
  const maySeeCustomers = useMay('customer.read');
  const sources = trpc.orders.sources.useQuery(undefined, { staleTime: 300_000 });
  const hiddenLabel = !labelled;
  return (
    <>
      <PeriodField search={search} onChange={onChange} labelled={labelled} />
      {maySeeCustomers && (
        <CustomerField
          className="md:w-48"
          label={t.orders_filter_customer()}
          placeholder={t.orders_any_customer()}
          {...{ hiddenLabel }}
          value={search.customer}
          onValueChange={(customer) => onChange({ customer })}
        />
      )}
      <SelectField
        className="md:w-36"
        label={t.orders_filter_terms()}
        {...{ hiddenLabel }}
        value={search.terms ?? ''}
        onValueChange={(terms) => onChange({ terms: terms || undefined })}
        options={[
          { value: '', label: t.orders_any_terms() },
          ...paymentTerms.map((value) => ({ value, label: termsText(value, t) })),
        ]}
      />
      <SelectField
        className="md:w-36"
        label={t.desk_filter_step()}
        {...{ hiddenLabel }}
        value={search.step ?? ''}
        onValueChange={(step) => onChange({ step: step || undefined })}
        options={[
          { value: '', label: t.desk_any_step() },
          ...reviewSteps.map((value) => ({ value, label: reviewText(value, t) })),
        ]}
      />
      {sources.data && sources.data.length > 0 && (
        <SelectField
          className="md:w-36"
          label={t.orders_filter_source()}
          {...{ hiddenLabel }}
          value={search.source ?? ''}
          onValueChange={(source) => onChange({ source: source || undefined })}
          options={[
            { value: '', label: t.orders_any_source() },
            ...sources.data.map((value) => ({ value, label: sourceText(value, t) })),
          ]}
        />
      )}
    </>
  );
};
