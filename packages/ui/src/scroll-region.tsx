import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';

/**
 * A part of a screen that scrolls by itself. Where there is something to scroll the keyboard reaches it, and only there:
 * a stop that does nothing is in everybody's way. Hidden words inside it are placed against it, not against the page.
 */
export const ScrollRegion = ({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) => {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const region = box.current;
    if (!region || !('ResizeObserver' in globalThis)) return;
    const watch = new ResizeObserver(() =>
      setScrolls(region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight),
    );
    for (const each of [region, ...region.children]) watch.observe(each);
    return () => watch.disconnect();
  }, []);
  return (
    <section ref={box} aria-label={label} tabIndex={scrolls ? 0 : undefined} className={cx('relative', className)}>
      {children}
    </section>
  );
};
