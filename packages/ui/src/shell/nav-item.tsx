import { useRender } from '@base-ui/react/use-render';
import type { ReactElement, ReactNode } from 'react';
import { cx } from '../cx.ts';

const shapes = {
  /** In a side navigation: icon, label, count. */
  side: 'flex h-9 items-center gap-2.5 rounded-md px-2.5 text-base text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-ink [&_svg]:size-4.5',
  /** In a narrow side bar: the icon alone, its label as a title and for the screen reader. */
  rail: 'relative grid size-10 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink [&_svg]:size-5',
  /** In a top bar. */
  top: 'flex h-9 items-center gap-1.5 rounded-md px-3 text-base text-muted hover:bg-hover hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:bg-sunken [&_svg]:size-4.5',
  /** In a tab bar at the foot of a phone. */
  tab: 'relative flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-medium aria-[current=page]:text-accent-ink focus-visible:outline-offset-[-2px] [&_svg]:size-5.5',
};

/** One way to go. `link` is the app's own link element, which sets `aria-current="page"` when it is where we are. */
export const NavItem = ({
  link,
  icon,
  label,
  count,
  shape = 'side',
}: {
  link: ReactElement<{ className?: string; children?: ReactNode }>;
  icon?: ReactNode;
  label: string;
  /** Shown when above zero. */
  count?: number | undefined;
  shape?: keyof typeof shapes;
}) => {
  const shown = count !== undefined && count > 0 ? (count > 99 ? '99+' : String(count)) : undefined;
  return useRender({
    render: link,
    props: {
      className: shapes[shape],
      ...(shape === 'rail' ? { title: label } : {}),
      children: (
        <>
          {shape === 'tab' ? (
            <span className="relative">
              {icon}
              {shown && <Count className="absolute -top-1.5 left-3">{shown}</Count>}
            </span>
          ) : (
            icon
          )}
          <span className={cx(shape === 'side' && 'min-w-0 flex-1 truncate', shape === 'rail' && 'sr-only')}>
            {label}
          </span>
          {shape !== 'tab' && shown && (
            <Count className={shape === 'rail' ? 'absolute top-0 right-0' : ''}>{shown}</Count>
          )}
        </>
      ),
    },
  });
};

const Count = ({ children, className }: { children: string; className?: string }) => (
  <span
    className={cx(
      'tabular grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-on-accent',
      className,
    )}
  >
    {children}
  </span>
);
