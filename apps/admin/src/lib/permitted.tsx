import type { StaffAction } from '@tradeline/domain/access';
import { EmptyState } from '@tradeline/ui';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Text, useText } from './i18n.tsx';
import { staffRoleText } from './order-words.ts';
import { may, useMe } from './use-me.ts';

const names = {
  'dashboard.read': (t: Text) => t.permission_dashboard_read(),
  'order.read': (t: Text) => t.permission_order_read(),
  'order.pick': (t: Text) => t.fulfil_permission(),
  'order.edit': (t: Text) => t.ordering_permission_edit(),
  'job.read': (t: Text) => t.ordering_permission_sendings(),
  'report.read': (t: Text) => t.report_permission(),
  'return.read': (t: Text) => t.returns_permission(),
  'product.edit': (t: Text) => t.pe_permission(),
  'product.read': (t: Text) => t.permission_product_read(),
  'assortment.read': (t: Text) => t.permission_assortment_read(),
  'content.edit': (t: Text) => t.permission_content_edit(),
  'payment.read': (t: Text) => t.payments_permission(),
  'price.read': (t: Text) => t.permission_price_read(),
  'coupon.issue': (t: Text) => t.permission_coupon_issue(),
  'stock.read': (t: Text) => t.stock_permission(),
  'settings.read': (t: Text) => t.permission_settings_read(),
  'customer.read': (t: Text) => t.permission_customer_read(),
} satisfies Partial<Record<StaffAction, (t: Text) => string>>;

/** A page for those who may see it; the others learn which permission they lack. */
export const Permitted = ({ action, children }: { action: keyof typeof names; children: ReactNode }) => {
  const t = useText();
  const me = useMe();
  if (may(me, action)) return children;
  return (
    <EmptyState className="min-h-80" icon={<LockKeyhole aria-hidden />} title={t.not_permitted_title()}>
      {t.not_permitted_body({ role: staffRoleText(me.role, t), permission: names[action](t) })}
    </EmptyState>
  );
};
