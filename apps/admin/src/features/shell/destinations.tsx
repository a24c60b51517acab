import type { StaffAction } from '@tradeline/domain/access';
import {
  ChartColumn,
  ClipboardList,
  CreditCard,
  EyeOff,
  FileSpreadsheet,
  FolderTree,
  Footprints,
  LayoutDashboard,
  Mail,
  Megaphone,
  Package,
  PackageX,
  Table2,
  Tags,
  TicketPercent,
  Undo2,
  UsersRound,
  Warehouse,
} from 'lucide-react';
import type { Text } from '../../lib/i18n.tsx';

/** The places of the console, each with the permission that opens it and the pages that belong to it (`also`). */
export const destinations = [
  {
    to: '/',
    action: 'dashboard.read',
    label: (t: Text) => t.nav_overview(),
    icon: <LayoutDashboard aria-hidden />,
  },
  { to: '/orders', action: 'order.read', label: (t: Text) => t.nav_orders(), icon: <ClipboardList aria-hidden /> },
  { to: '/picking', action: 'order.pick', label: (t: Text) => t.fulfil_nav(), icon: <Footprints aria-hidden /> },
  {
    to: '/picking/owed',
    action: 'order.close-rest',
    unless: 'order.pick',
    label: (t: Text) => t.fulfil_owed(),
    icon: <PackageX aria-hidden />,
  },
  { to: '/returns', action: 'return.read', label: (t: Text) => t.returns_nav(), icon: <Undo2 aria-hidden /> },
  { to: '/products', action: 'product.read', label: (t: Text) => t.nav_products(), icon: <Package aria-hidden /> },
  { to: '/bulk-edit', action: 'product.edit', label: (t: Text) => t.nav_bulk_edit(), icon: <Table2 aria-hidden /> },
  {
    to: '/imports',
    action: 'product.read',
    label: (t: Text) => t.nav_imports(),
    icon: <FileSpreadsheet aria-hidden />,
  },
  { to: '/stock', action: 'stock.read', label: (t: Text) => t.stock_nav(), icon: <Warehouse aria-hidden /> },
  { to: '/prices', action: 'price.read', label: (t: Text) => t.nav_prices(), icon: <Tags aria-hidden /> },
  {
    to: '/categories',
    also: ['/brands', '/attributes', '/search-words'],
    action: 'product.read',
    label: (t: Text) => t.nav_structure(),
    icon: <FolderTree aria-hidden />,
  },
  {
    to: '/assortments',
    action: 'assortment.read',
    label: (t: Text) => t.nav_visibility(),
    icon: <EyeOff aria-hidden />,
  },
  {
    to: '/customers',
    action: 'customer.read',
    label: (t: Text) => t.nav_customers(),
    icon: <UsersRound aria-hidden />,
  },
  { to: '/payments', action: 'payment.read', label: (t: Text) => t.payments_nav(), icon: <CreditCard aria-hidden /> },
  { to: '/reports', action: 'report.read', label: (t: Text) => t.report_nav(), icon: <ChartColumn aria-hidden /> },
  { to: '/coupons', action: 'coupon.issue', label: (t: Text) => t.nav_selling(), icon: <TicketPercent aria-hidden /> },
  { to: '/news', action: 'content.edit', label: (t: Text) => t.nav_news(), icon: <Megaphone aria-hidden /> },
  { to: '/sendings', action: 'job.read', label: (t: Text) => t.ordering_sendings(), icon: <Mail aria-hidden /> },
] as const satisfies readonly {
  to: string;
  also?: readonly string[];
  action: StaffAction;
  /** Who may do that finds the page below another place. */
  unless?: StaffAction;
  label: (t: Text) => string;
  icon: unknown;
}[];
