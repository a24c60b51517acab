/** What the index needs to know of Chinese. Both answers must be the same for the same word at all times. */
export type Language = {
  /** Cuts a run of Chinese characters into words that together are the run. */
  readonly segment: (han: string) => readonly string[];
  /** The syllables of a Chinese word, one a character, without tones: 螺丝 is luo, si. */
  readonly syllables: (word: string) => readonly string[];
};

/** Every character a word and no pinyin: enough for who has no dictionary at hand. */
export const PLAIN_LANGUAGE: Language = { segment: (han) => [...han], syllables: (word) => [...word] };
