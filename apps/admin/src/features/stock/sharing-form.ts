import { readAmount } from '../../lib/money-text.ts';
import { readUnits } from './lines-field.tsx';
import type { SharingRule } from './sharing-page.tsx';

export type ChosenGoods = SharingRule['goods'][number];
/** A rule as it is typed. */
export type SharingTyped = {
  warehouseId: string;
  /** `''`: customers whose group has no rule of its own. */
  groupId: string;
  scope: 'all' | 'some';
  goods: readonly ChosenGoods[];
  quota: string;
  from: string;
  until: string;
  cap: string;
  share: string;
  buffer: string;
  breaks: boolean;
  anew: boolean;
};

const plain = (figure: number | null | undefined): string => (figure ? String(figure) : '');

export const typedOf = (rule: SharingRule | undefined): SharingTyped => ({
  warehouseId: rule?.warehouseId ?? '',
  groupId: rule?.party.startsWith('group:') ? rule.party.slice(6) : '',
  scope: rule && rule.skuIds === null ? 'all' : 'some',
  goods: rule?.goods ?? [],
  quota: plain(rule?.quota),
  from: rule?.quotaFromDay ?? '',
  until: rule?.quotaUntilDay ?? '',
  cap: rule?.cap === null || rule === undefined ? '' : String(rule.cap),
  share: rule?.shareBp === null || rule === undefined ? '' : String(rule.shareBp / 100),
  buffer: plain(rule?.buffer),
  breaks: rule?.breaksQuotas ?? false,
  anew: false,
});

/** A figure that may be left out: null; undefined for what does not read as one. */
const optional = (typed: string): number | null | undefined => (typed.trim() === '' ? null : readUnits(typed));

const readShare = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const share = readAmount(typed.replace(/[%％]/gu, ''));
  return share !== undefined && share <= 10_000 ? share : undefined;
};

/** What was typed, figure by figure; undefined stands where it cannot be read. */
export const readFigures = (typed: SharingTyped) => ({
  quota: optional(typed.quota) === 0 ? null : optional(typed.quota),
  cap: optional(typed.cap),
  shareBp: readShare(typed.share),
  buffer: typed.buffer.trim() === '' ? 0 : readUnits(typed.buffer),
});

/** The rule as it is sent; undefined while something is missing or wrong. */
export const readRule = (typed: SharingTyped, rule: SharingRule | undefined) => {
  const { quota, cap, shareBp, buffer } = readFigures(typed);
  if (quota === undefined || cap === undefined || shareBp === undefined || buffer === undefined) return undefined;
  if (!typed.warehouseId || (typed.scope === 'some' && typed.goods.length === 0)) return undefined;
  if (typed.from && typed.until && typed.from > typed.until) return undefined;
  return {
    ...(rule ? { target: { id: rule.id, version: rule.version } } : {}),
    countAnew: typed.anew,
    warehouseId: typed.warehouseId,
    groupId: typed.groupId || null,
    skuIds: typed.scope === 'all' ? null : typed.goods.map(({ skuId }) => skuId),
    ...{ quota, quotaFrom: typed.from || null, quotaUntil: typed.until || null },
    ...{ cap, shareBp, buffer, breaksQuotas: typed.breaks },
  };
};
