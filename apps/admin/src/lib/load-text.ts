import type * as messages from '../paraglide/messages.js';
import type { Locale } from '../paraglide/runtime.js';

/** Every sentence of the app, by name. */
export type Text = typeof messages;

/** Each language is a file of its own, so that nobody loads the other one's. */
const files: Record<Locale, () => Promise<unknown>> = {
  'zh-CN': () => import('../paraglide/messages/zh-CN.js'),
  en: () => import('../paraglide/messages/en.js'),
};

const loading = new Map<Locale, Promise<Text>>();
const here = new Map<Locale, Text>();

/** The sentences of a language that were loaded before. */
export const loadedText = (language: Locale): Text | undefined => here.get(language);

/** The sentences of a language; asked twice it is the same promise. What could not be fetched is asked for anew next time. */
export const loadText = (language: Locale): Promise<Text> => {
  const known = loading.get(language);
  if (known) return known;
  // The compiler writes the same functions for one language as for all, only its types are narrower there.
  const text = files[language]().then((sentences) => {
    here.set(language, sentences as Text);
    return sentences as Text;
  });
  loading.set(language, text);
  text.catch(() => loading.delete(language));
  return text;
};
