import type { Instant } from '../kernel/index.ts';

/** What one sales channel may take of a pool of warehouses. All of it optional: no rule, the whole pool. */
export type ChannelRule = {
  /** Units already promised through this channel. */
  readonly used: number;
  /** Ring-fenced minimum: the unused part is kept from the others. */
  readonly quota?: number | undefined;
  /** The quota holds in [from, until); outside of it the units fall back to the pool. */
  readonly quotaFrom?: Instant | undefined;
  readonly quotaUntil?: Instant | undefined;
  /** Most units this channel may hold. */
  readonly cap?: number | undefined;
  /** Most of the pool (free and promised together) in hundredths of a percent: 6000 = 60%. */
  readonly shareBp?: number | undefined;
  /** Kept unseen by this channel, against delays of a platform's own stock figure. */
  readonly buffer?: number | undefined;
};

export type ChannelAsk = {
  /** Units of the pool that nobody was promised. */
  readonly pool: number;
  readonly channel: string;
  readonly rules: Readonly<Record<string, ChannelRule>>;
  readonly now: Instant;
  /** A customer with priority may also take what is ring-fenced for others. */
  readonly breaksQuotas?: boolean | undefined;
  /** Units promised out of the pool through all channels, those without a rule too; else those of the rules together. */
  readonly promised?: number | undefined;
};

export type ChannelAvailability = {
  readonly available: number;
  /** What each rule would leave; the smallest, less the buffer, is the answer. */
  readonly limits: readonly { readonly rule: 'pool' | 'others-quota' | 'cap' | 'share'; readonly units: number }[];
  readonly buffer: number;
};

/** Whether a rule keeps units for its channel at a moment. */
const quotaHolds = (rule: ChannelRule, now: Instant): boolean =>
  (rule.quotaFrom === undefined || rule.quotaFrom <= now) && (rule.quotaUntil === undefined || now < rule.quotaUntil);

const liveQuota = (rule: ChannelRule, now: Instant): number => (quotaHolds(rule, now) ? (rule.quota ?? 0) : 0);

/** Units of the pool that others' unused quotas keep from this channel. */
export const fencedOff = (ask: Pick<ChannelAsk, 'channel' | 'rules' | 'now'>): number =>
  Object.entries(ask.rules).reduce(
    (units, [name, rule]) => (name === ask.channel ? units : units + Math.max(0, liveQuota(rule, ask.now) - rule.used)),
    0,
  );

/** Units a channel may promise now, with what each rule would leave. Never below 0. */
export const channelAvailable = (ask: ChannelAsk): ChannelAvailability => {
  const own = ask.rules[ask.channel] ?? { used: 0 };
  const whole = ask.pool + (ask.promised ?? Object.values(ask.rules).reduce((units, rule) => units + rule.used, 0));
  const limits = [
    ask.breaksQuotas
      ? ({ rule: 'pool', units: ask.pool } as const)
      : ({ rule: 'others-quota', units: ask.pool - fencedOff(ask) } as const),
    ...(own.cap === undefined ? [] : [{ rule: 'cap', units: own.cap - own.used } as const]),
    ...(own.shareBp === undefined
      ? []
      : [{ rule: 'share', units: Math.floor((whole * own.shareBp) / 10_000) - own.used } as const]),
  ];
  const buffer = own.buffer ?? 0;
  return { available: Math.max(0, Math.min(...limits.map((limit) => limit.units)) - buffer), limits, buffer };
};
