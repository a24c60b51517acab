import { Link } from '@tanstack/react-router';
import { type Text, useText } from './i18n.tsx';
import { may, useMe } from './use-me.ts';

const sections = {
  visibility: [
    { to: '/assortments', action: 'assortment.read', label: (t: Text) => t.assortments_title() },
    { to: '/assortments/seen', action: 'assortment.read', label: (t: Text) => t.assortments_seen_title() },
    { to: '/assortments/display', action: 'assortment.read', label: (t: Text) => t.assortments_display_title() },
  ],
  selling: [
    { to: '/coupons', action: 'coupon.issue', label: (t: Text) => t.coupon_title() },
    { to: '/delivery', action: 'settings.read', label: (t: Text) => t.delivery_title() },
    { to: '/order-flow', action: 'settings.read', label: (t: Text) => t.desk_flow_title() },
    { to: '/payment-settings', action: 'settings.read', label: (t: Text) => t.pay_settings_title() },
  ],
  payments: [
    { to: '/payments', action: 'payment.read', label: (t: Text) => t.payments_title() },
    { to: '/payments/vouchers', action: 'payment.read', label: (t: Text) => t.vouchers_title() },
  ],
  fulfilment: [
    { to: '/picking', action: 'order.pick', label: (t: Text) => t.fulfil_title() },
    { to: '/picking/lists', action: 'order.pick', label: (t: Text) => t.fulfil_lists() },
    { to: '/picking/owed', action: 'order.read', label: (t: Text) => t.fulfil_owed() },
    { to: '/picking/put-back', action: 'order.pick', label: (t: Text) => t.fulfil_put_back() },
  ],
  stock: [
    { to: '/stock', action: 'stock.read', label: (t: Text) => t.stock_tab_overview() },
    { to: '/stock/adjustments', action: 'stock.read', label: (t: Text) => t.stock_tab_adjustments() },
    { to: '/stock/counts', action: 'stock.read', label: (t: Text) => t.stock_tab_counts() },
    { to: '/stock/transfers', action: 'stock.read', label: (t: Text) => t.stock_tab_transfers() },
    { to: '/stock/alerts', action: 'stock.read', label: (t: Text) => t.stock_tab_alerts() },
    { to: '/stock/lots', action: 'stock.read', label: (t: Text) => t.stock_tab_lots() },
    { to: '/stock/sharing', action: 'stock.read', label: (t: Text) => t.stock_tab_sharing() },
    { to: '/stock/turnover', action: 'stock.read', label: (t: Text) => t.stock_tab_turnover() },
    { to: '/stock/warehouses', action: 'stock.read', label: (t: Text) => t.stock_tab_warehouses() },
  ],
  structure: [
    { to: '/categories', action: 'product.read', label: (t: Text) => t.categories_title() },
    { to: '/brands', action: 'product.read', label: (t: Text) => t.brands_title() },
    { to: '/attributes', action: 'product.read', label: (t: Text) => t.attributes_title() },
    { to: '/search-words', action: 'content.edit', label: (t: Text) => t.search_words_title() },
  ],
} as const;

/** Pages that belong together, side by side above each of them; those I may not open are left out. */
export const SectionTabs = ({ section }: { section: keyof typeof sections }) => {
  const t = useText();
  const me = useMe();
  return (
    <nav aria-label={t.assortments_section()} className="-mx-1 mb-4 flex gap-1 overflow-x-auto border-b border-line">
      {sections[section]
        .filter(({ action }) => may(me, action))
        .map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className="flex h-11 items-center border-b-2 border-transparent px-3 whitespace-nowrap text-muted hover:text-ink focus-visible:outline-offset-[-2px] aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink md:h-10"
          >
            {label(t)}
          </Link>
        ))}
    </nav>
  );
};
