import type { Instant } from '../kernel/index.ts';
import { type ChannelAvailability, type ChannelRule, channelAvailable } from './sharing.ts';

/** For whom a rule is: customers of a group, or who orders through a channel and has no rule of his group. */
export type SharingParty = `group:${string}` | `channel:${string}`;

/** What a party may take of each SKU in a warehouse. Without `skuIds` it is for all goods that have none of their own there. */
export type SharingRule = {
  readonly id: string;
  readonly warehouseId: string;
  readonly party: SharingParty;
  readonly skuIds: readonly string[] | null;
  /** Units of orders placed since then count as taken. */
  readonly countedSince: Instant;
  readonly quota: number | null;
  readonly quotaFrom: Instant | null;
  readonly quotaUntil: Instant | null;
  readonly cap: number | null;
  readonly shareBp: number | null;
  readonly buffer: number;
  /** May also take what is kept for others. */
  readonly breaksQuotas: boolean;
};

/** Who asks for goods, and how the order came. */
export type SharingAsker = { readonly channel: string; readonly groupId: string | null };
export type SharedShelf = { readonly skuId: string; readonly warehouseId: string; readonly available: number };

/** A question to the documents: units taken of a shelf since a moment, by a party or (without one) by everybody. */
export type UseWanted = {
  readonly key: string;
  readonly skuId: string;
  readonly warehouseId: string;
  readonly since: Instant;
  readonly party: SharingParty | null;
  /** Groups that go by a rule of their own there: their orders count for no channel. */
  readonly exceptGroups: readonly string[];
};

const GROUP = 'group:';
const groupOf = (party: SharingParty): string[] => (party.startsWith(GROUP) ? [party.slice(GROUP.length)] : []);
const concerns = ({ skuIds }: SharingRule, skuId: string): boolean => skuIds === null || skuIds.includes(skuId);

/** The rules of a shelf, one for each party: a rule for the goods goes before one for all. */
export const rulesOfShelf = (
  rules: readonly SharingRule[],
  { skuId, warehouseId }: Pick<SharedShelf, 'skuId' | 'warehouseId'>,
): readonly SharingRule[] => {
  const byParty = new Map<SharingParty, SharingRule>();
  for (const rule of rules) {
    if (rule.warehouseId !== warehouseId || !concerns(rule, skuId)) continue;
    const known = byParty.get(rule.party);
    if (!known || known.skuIds === null) byParty.set(rule.party, rule);
  }
  return [...byParty.values()];
};

/** The one rule that somebody goes by: that of his group, else that of the channel. */
export const ruleOf = (own: readonly SharingRule[], { groupId, channel }: SharingAsker): SharingRule | undefined =>
  own.find(({ party }) => party === `${GROUP}${groupId}`) ?? own.find(({ party }) => party === `channel:${channel}`);

/** Goods of which somebody may be left less than lies there: those of rules he goes by, and of quotas kept for others. */
export const concernedBy = (
  rules: readonly SharingRule[],
  { groupId, channel }: SharingAsker,
): readonly string[] | 'all' => {
  const own = rules.filter(
    ({ party, quota }) => quota !== null || party === `${GROUP}${groupId}` || party === `channel:${channel}`,
  );
  return own.some(({ skuIds }) => skuIds === null) ? 'all' : [...new Set(own.flatMap(({ skuIds }) => skuIds ?? []))];
};

/** Which of these goods any rule speaks of. */
export const sharedGoods = (rules: readonly SharingRule[], skuIds: readonly string[]): string[] =>
  rules.length === 0 ? [] : skuIds.filter((skuId) => rules.some((rule) => concerns(rule, skuId)));

const wanted = (shelf: SharedShelf, rule: SharingRule, own: readonly SharingRule[], all: boolean): UseWanted => ({
  key: `${shelf.warehouseId} ${shelf.skuId} ${rule.id}${all ? ' all' : ''}`,
  skuId: shelf.skuId,
  warehouseId: shelf.warehouseId,
  since: rule.countedSince,
  party: all ? null : rule.party,
  exceptGroups: all || groupOf(rule.party).length > 0 ? [] : own.flatMap(({ party }) => groupOf(party)),
});

/** What must be known of a shelf before it can be said what somebody may take of it. */
export const usesWanted = (
  rules: readonly SharingRule[],
  asker: SharingAsker,
  shelf: SharedShelf,
): readonly UseWanted[] => {
  const own = rulesOfShelf(rules, shelf);
  const mine = ruleOf(own, asker);
  return own.flatMap((rule) => {
    if (rule === mine)
      return rule.shareBp === null
        ? [wanted(shelf, rule, own, false)]
        : [wanted(shelf, rule, own, false), wanted(shelf, rule, own, true)];
    return rule.quota === null || mine?.breaksQuotas ? [] : [wanted(shelf, rule, own, false)];
  });
};

/** How much of a shelf somebody may take now, and what each rule would leave; `used` answers `usesWanted`. */
export const sharedUnits = (
  rules: readonly SharingRule[],
  asker: SharingAsker,
  shelf: SharedShelf,
  used: ReadonlyMap<string, number>,
  now: Instant,
): ChannelAvailability & { readonly rule: SharingRule | undefined; readonly used: number } => {
  const own = rulesOfShelf(rules, shelf);
  const mine = ruleOf(own, asker);
  const usedBy = (rule: SharingRule, all = false): number => used.get(wanted(shelf, rule, own, all).key) ?? 0;
  const told = channelAvailable({
    pool: shelf.available,
    channel: mine?.party ?? '',
    rules: Object.fromEntries(own.map((rule) => [rule.party, channelRule(rule, usedBy(rule))])),
    now,
    breaksQuotas: mine?.breaksQuotas,
    promised: mine && usedBy(mine, true),
  });
  return { ...told, rule: mine, used: mine ? usedBy(mine) : 0 };
};

const channelRule = (rule: SharingRule, used: number): ChannelRule => ({
  used,
  quota: rule.quota ?? undefined,
  quotaFrom: rule.quotaFrom ?? undefined,
  quotaUntil: rule.quotaUntil ?? undefined,
  cap: rule.cap ?? undefined,
  shareBp: rule.shareBp ?? undefined,
  buffer: rule.buffer,
});
