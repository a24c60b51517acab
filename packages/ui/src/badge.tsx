import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger' | 'deal';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  info: 'bg-info-soft text-info-ink',
  success: 'bg-success-soft text-success-ink',
  warning: 'bg-warning-soft text-warning-ink',
  danger: 'bg-danger-soft text-danger-ink',
  deal: 'bg-deal-soft text-deal',
};

const dots: Record<Tone, string> = {
  neutral: 'bg-control',
  accent: 'bg-accent',
  info: 'bg-info',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  deal: 'bg-deal',
};

type BadgeProps = { tone?: Tone; children: ReactNode; className?: string };

/** A short fact about a thing. */
export const Badge = ({ tone = 'neutral', children, className }: BadgeProps) => (
  <span
    className={cx(
      'inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
      tones[tone],
      className,
    )}
  >
    {children}
  </span>
);

/** The state of a thing in its lifecycle; the word carries the meaning, the colour only helps. */
export const StatusBadge = ({ tone = 'neutral', children, className }: BadgeProps) => (
  <span
    className={cx(
      'inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap',
      tones[tone],
      className,
    )}
  >
    <span aria-hidden className={cx('size-1.5 rounded-full', dots[tone])} />
    {children}
  </span>
);
