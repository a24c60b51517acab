import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { cx } from './cx.ts';

export type TimelineItem = {
  key: string;
  title: ReactNode;
  aside?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
  icon?: ReactNode;
};

const marks: Record<Tone, string> = {
  neutral: 'bg-control',
  accent: 'bg-accent',
  info: 'bg-info',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  deal: 'bg-deal',
};

/** What happened, one entry a line, in the order given. The first entry is the present when the list is newest first. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label: string }) => (
  <ol aria-label={label} className="flex flex-col">
    {items.map((item, at) => (
      <li key={item.key} className="relative flex gap-3 pb-4 last:pb-0">
        {at < items.length - 1 && <span aria-hidden className="absolute top-4 bottom-0 left-[5px] w-px bg-line" />}
        <span
          aria-hidden
          className={cx(
            'mt-1 size-[11px] shrink-0 rounded-full ring-3 ring-surface',
            marks[item.tone ?? (at === 0 ? 'accent' : 'neutral')],
          )}
        />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className={cx('font-medium', at > 0 && 'text-muted')}>{item.title}</span>
            {item.aside && <span className="text-sm text-faint">{item.aside}</span>}
          </div>
          {item.body && <div className="mt-0.5 text-sm text-muted">{item.body}</div>}
        </div>
      </li>
    ))}
  </ol>
);
