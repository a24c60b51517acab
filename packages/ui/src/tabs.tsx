import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { formatQuantity } from './format/index.ts';
import { useUi } from './ui-context.tsx';

export type TabItem<Key extends string> = { key: Key; label: ReactNode; count?: number | undefined; panel?: ReactNode };

/** Views of one thing side by side. Without panels it is a filter whose result stands below, in the same page. */
export const Tabs = <Key extends string>({
  items,
  value,
  onValueChange,
  label,
  className,
}: {
  items: readonly TabItem<Key>[];
  value: Key;
  onValueChange: (key: Key) => void;
  label: string;
  className?: string;
}) => {
  const { locale } = useUi();
  return (
    <Base.Root value={value} onValueChange={(next) => onValueChange(next as Key)} className={className}>
      <div className="overflow-x-auto overflow-y-hidden [scrollbar-width:none]">
        <Base.List aria-label={label} className="relative flex min-w-max gap-1 border-b border-line">
          {items.map((item) => (
            <Base.Tab
              key={item.key}
              value={item.key}
              className="flex h-11 items-center gap-1.5 rounded-t-md px-3 text-base whitespace-nowrap text-muted select-none hover:text-ink focus-visible:outline-offset-[-2px] data-active:font-medium data-active:text-ink md:h-10"
            >
              {item.label}
              {item.count !== undefined && (
                <span className="tabular rounded-full bg-sunken px-1.5 text-xs text-muted">
                  {formatQuantity(item.count, locale)}
                </span>
              )}
            </Base.Tab>
          ))}
          <Base.Indicator className="absolute bottom-[-1px] left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) rounded-full bg-accent transition-all duration-150" />
        </Base.List>
      </div>
      {items.map((item) => (
        <Base.Panel key={item.key} value={item.key} className={cx('outline-none', item.panel ? 'pt-4' : 'hidden')}>
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
};
