import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../cx.ts';
import { ScrollRegion } from '../scroll-region.tsx';

/** A reader this near to the end wants to follow what comes; one who has gone back to read is left where he is. */
const NEAR_END_PX = 240;

/**
 * What people say to each other, oldest first; it opens at its end. `onSeen` is called whenever it comes into sight while
 * `unseen` holds: what is below the fold has not been read.
 */
export const Conversation = ({
  label,
  count,
  unseen,
  onSeen,
  children,
}: {
  label: string;
  count: number;
  unseen: boolean;
  onSeen: () => void;
  children: ReactNode;
}) => {
  const list = useRef<HTMLOListElement>(null);
  const opened = useRef(false);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    const box = list.current?.parentElement;
    if (!box || count === 0) return;
    if (!opened.current || box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX)
      box.scrollTop = box.scrollHeight;
    opened.current = true;
  }, [count]);
  useEffect(() => {
    const { current } = list;
    if (!unseen || !current) return;
    if (typeof IntersectionObserver === 'undefined') {
      seen.current();
      return;
    }
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current());
    watch.observe(current);
    return () => watch.disconnect();
  }, [unseen]);
  return (
    <ScrollRegion label={label} className="max-h-[28rem] overflow-y-auto px-4 py-3">
      <ol ref={list} aria-live="polite" className="flex flex-col gap-3">
        {children}
      </ol>
    </ScrollRegion>
  );
};

/** One thing somebody said. Mine stand at the right; what only some hear has a ground of its own and says so. */
export const Bubble = ({
  mine,
  confidential = false,
  head,
  children,
  foot,
}: {
  mine: boolean;
  confidential?: boolean;
  head: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) => (
  <li className={cx('flex max-w-[88%] min-w-0 flex-col gap-1', mine ? 'items-end self-end' : 'items-start self-start')}>
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">{head}</p>
    <div
      className={cx(
        'flex max-w-full min-w-0 flex-col gap-2 rounded-lg px-3 py-2 text-base wrap-anywhere whitespace-pre-line text-ink',
        confidential ? 'bg-warning-soft' : mine ? 'bg-accent-soft' : 'bg-sunken',
      )}
    >
      {children}
    </div>
    {foot && <p className="text-sm text-faint">{foot}</p>}
  </li>
);
