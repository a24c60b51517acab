import { Button, EmptyState } from '@tradeline/ui';
import { CircleCheckBig, ClipboardList, SearchX } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { activeFilters, type ChangeSearch, noFilters, type OrderSearch } from './order-search.ts';

/** Why no orders are shown: filters that match none, a queue that was worked off, or a shop that has not begun. */
export const OrdersEmpty = ({ search, onChange }: { search: OrderSearch; onChange: ChangeSearch }) => {
  const t = useText();
  if (search.q || activeFilters(search) > 0)
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t.orders_empty_title()}
        action={<Button onPress={() => onChange({ ...noFilters, queue: 'all' })}>{t.filters_clear()}</Button>}
      >
        {t.orders_empty_body()}
      </EmptyState>
    );
  return search.queue === 'all' ? (
    <EmptyState icon={<ClipboardList aria-hidden />} title={t.orders_none_title()}>
      {t.orders_none_body()}
    </EmptyState>
  ) : (
    <EmptyState icon={<CircleCheckBig aria-hidden />} title={t.orders_queue_empty_title()}>
      {t.orders_queue_empty_body()}
    </EmptyState>
  );
};
