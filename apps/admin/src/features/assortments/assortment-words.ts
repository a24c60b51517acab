import type { Bilingual, Text } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';

type Named = { kind: string; ref?: string; name?: Bilingual | null; number?: string | null };

/** What an audience or some goods are called; a thing that is gone says so. */
export const refText = ({ kind, ref, name, number }: Named, t: Text, say: (text: Bilingual) => string): string => {
  switch (kind) {
    case 'everyone':
      return t.assortments_everyone();
    case 'stranger':
      return t.assortments_strangers();
    case 'level':
      return t.assortments_level({ name: levelText(ref ?? '', t) });
    case 'tag':
      return t.assortments_tag({ name: ref ?? '' });
    default: {
      const text = name ? [say(name), number].filter(Boolean).join(' · ') : t.assortments_gone();
      return kind === 'group'
        ? t.assortments_group({ name: text })
        : kind === 'category'
          ? t.assortments_category({ name: text })
          : kind === 'brand'
            ? t.assortments_brand({ name: text })
            : text;
    }
  }
};
