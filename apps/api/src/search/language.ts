import type { Language } from '@tradeline/domain/search';

/** Above every word of the dictionary, so that a word of the trade is never cut: 十字槽, 沉头. */
const TRADE_WEIGHT = 100_000;

/**
 * Chinese as the trade writes it: a general dictionary with the shop's own words on top. The dictionaries take half a second
 * to load: a process that starts answers before.
 */
export const createLanguage = async (tradeWords: readonly string[]): Promise<Language> => {
  const [{ Jieba }, { dict }, { pinyin }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
    import('pinyin-pro'),
  ]);
  const jieba = Jieba.withDict(dict);
  const lines = tradeWords
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
    .map((word) => `${word} ${TRADE_WEIGHT} n\n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(lines.join('')));
  // Readings are slow to find and the same few thousand words make every name.
  const readings = new Map<string, readonly string[]>();
  return {
    segment: (han) => jieba.cut(han, true),
    syllables: (word) => {
      const known = readings.get(word);
      if (known) return known;
      const found = pinyin(word, { toneType: 'none', type: 'array', v: true });
      if (readings.size > 50_000) readings.clear();
      readings.set(word, found);
      return found;
    },
  };
};
