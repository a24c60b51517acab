import { createLanguage } from '@tradeline/ui';
import { getLocale, type Locale as Language, setLocale } from '../paraglide/runtime.js';
import { loadedText, loadText, type Text } from './load-text.ts';
import { uiText } from './ui-text.ts';

export { type Bilingual, languages } from '@tradeline/ui';
export type { Language, Text };

export const { LanguageProvider, useLanguage, useText, useBilingual } = createLanguage<Text>({
  chosenNow: getLocale,
  remember: (language) => void setLocale(language, { reload: false }),
  loaded: loadedText,
  load: loadText,
  uiText,
});
