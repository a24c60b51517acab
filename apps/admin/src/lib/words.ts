import type { Minor } from '@tradeline/domain/money';
import { formatDay, formatMoney, formatQuantity } from '@tradeline/ui/format';
import { useMemo } from 'react';
import { type Language, type Text, useLanguage, useText } from './i18n.tsx';

/** Sentences, and the figures inside them, in one language. */
export type Words = {
  t: Text;
  language: Language;
  money: (amount: Minor | number, currency?: string) => string;
  quantity: (quantity: number, unit?: string) => string;
  day: (day: string) => string;
  /** Joins parts of one sentence. */
  list: (parts: readonly string[]) => string;
  /** Alternatives: one of these. */
  or: (parts: readonly string[]) => string;
  /** The name of an item known to the screen; its id says nothing to people. */
  item: (skuId: string) => string;
};

export const wordsOf = (t: Text, language: Language, item: (skuId: string) => string = () => ''): Words => ({
  t,
  language,
  money: (amount, currency) => formatMoney(amount, language, currency),
  quantity: (quantity, unit) => formatQuantity(quantity, language, unit),
  day: (day) => formatDay(day, language),
  list: (parts) => parts.join(language === 'en' ? '; ' : '；'),
  or: (parts) => parts.join(language === 'en' ? ' or ' : '、'),
  item,
});

/** The words of the language chosen now; `item` names the goods of the screen for refusals that speak of them. */
export const useWords = (item?: (skuId: string) => string): Words => {
  const t = useText();
  const { language } = useLanguage();
  return useMemo(() => wordsOf(t, language, item), [t, language, item]);
};
