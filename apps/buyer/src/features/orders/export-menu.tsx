import { buttonClass, Menu } from '@tradeline/ui';
import { FileDown } from 'lucide-react';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import { listFilter, type OrdersSearch } from './orders-search.ts';

/** Saves what the list is narrowed to, all its pages, as a sheet: order by order, or line by line. */
export const ExportMenu = ({ search }: { search: OrdersSearch }) => {
  const t = useText();
  const { language } = useLanguage();
  const files = [
    { what: 'orders', format: 'xlsx', label: t.after_export_orders_xlsx() },
    { what: 'lines', format: 'xlsx', label: t.after_export_lines_xlsx() },
    { what: 'orders', format: 'csv', label: t.after_export_orders_csv() },
    { what: 'lines', format: 'csv', label: t.after_export_lines_csv() },
  ];
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass({ look: 'secondary' })}>
          <FileDown aria-hidden />
          {t.after_export()}
        </button>
      }
      entries={files.map(({ what, format, label }) => {
        const filter = JSON.stringify({ what, format, language, ...listFilter(search) });
        return {
          key: `${what}-${format}`,
          label,
          link: (
            <a href={`/documents/orders?filter=${encodeURIComponent(filter)}`} download>
              {label}
            </a>
          ),
        };
      })}
    />
  );
};
