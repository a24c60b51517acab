import type { PriceKind } from '@tradeline/domain/pricing';
import { shopDay } from '@tradeline/ui/format';
import { dayStart } from '../../lib/day-start.ts';
import type { Outputs } from '../../lib/trpc.ts';

export type ListForm = {
  code: string;
  kind: PriceKind;
  zh: string;
  en: string;
  companyId: string | undefined;
  groupId: string;
  level: string;
  channel: string;
  priority: string;
  /** Days of the shop; the end is the first day that no longer counts. */
  from: string;
  to: string;
  note: string;
};

export const emptyForm: ListForm = {
  code: '',
  kind: 'base',
  zh: '',
  en: '',
  companyId: undefined,
  groupId: '',
  level: '',
  channel: '',
  priority: '0',
  from: '',
  to: '',
  note: '',
};

export const formOf = (list: Outputs['prices']['list']): ListForm => ({
  code: list.code,
  kind: list.kind,
  zh: list.name.zh,
  en: list.name.en ?? '',
  companyId: list.companyId ?? undefined,
  groupId: list.groupId ?? '',
  level: list.level ?? '',
  channel: list.channel ?? '',
  priority: String(list.priority),
  from: list.validFrom ? shopDay(list.validFrom) : '',
  to: list.validTo ? shopDay(list.validTo) : '',
  note: list.note ?? '',
});

/** What the server is told; the days become the moments at which they begin in the shop. */
export const termsOf = (form: ListForm) => ({
  name: { zh: form.zh.trim(), ...(form.en.trim() ? { en: form.en.trim() } : {}) },
  companyId: form.companyId ?? null,
  groupId: form.groupId || null,
  level: form.level || null,
  channel: form.channel || null,
  priority: Number(form.priority) || 0,
  validFrom: form.from ? dayStart(form.from) : null,
  validTo: form.to ? dayStart(form.to) : null,
  note: form.note.trim() || null,
});

/** Fields that are still missing or wrong, by name. */
export const problemsOf = (form: ListForm): ReadonlySet<keyof ListForm> =>
  new Set(
    (
      [
        ['code', !/^[\w.-]{1,40}$/u.test(form.code)],
        ['zh', form.zh.trim() === ''],
        ['companyId', (form.kind === 'contract' || form.kind === 'customer') && !form.companyId],
        ['groupId', form.kind === 'group' && !form.groupId],
        ['level', form.kind === 'member' && !form.level],
        ['channel', form.kind === 'channel' && !form.channel],
        ['priority', !/^-?\d{1,3}$/u.test(form.priority.trim())],
        ['to', form.from !== '' && form.to !== '' && form.to <= form.from],
      ] as const
    ).flatMap(([field, wrong]) => (wrong ? [field] : [])),
  );
