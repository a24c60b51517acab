import { formatInstant } from '@tradeline/ui/format';
import type { Bilingual } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import type { Outputs } from '../../lib/trpc.ts';
import type { Words } from '../../lib/words.ts';

export type PriceList = Outputs['prices']['lists'][number];
type Audience = Pick<PriceList, 'kind' | 'companyName' | 'groupName' | 'level' | 'channel'>;

/** Whom a list is for, in a few words. */
export const audienceText = (list: Audience, say: (text: Bilingual) => string, { t }: Pick<Words, 't'>): string => {
  switch (list.kind) {
    case 'contract':
    case 'customer':
      return list.companyName ?? t.value_none();
    case 'group':
      return list.groupName ? say(list.groupName) : t.value_none();
    case 'member':
      return list.level ? levelText(list.level, t) : t.value_none();
    case 'channel':
      return list.channel === 'portal' ? t.prices_channel_portal() : (list.channel ?? t.value_none());
    case 'base':
      return t.prices_audience_all();
  }
};

/** From when until when, the end being the first moment that no longer counts. */
export const windowText = (
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  { t, language }: Words,
): string => {
  const at = (moment: string) => formatInstant(moment, language, 'date');
  if (validFrom && validTo) return t.prices_window({ from: at(validFrom), to: at(validTo) });
  if (validFrom) return t.prices_window_from({ from: at(validFrom) });
  return validTo ? t.prices_window_to({ to: at(validTo) }) : t.prices_window_always();
};
