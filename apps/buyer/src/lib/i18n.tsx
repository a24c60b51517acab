import { type Ui, UiProvider } from '@tradeline/ui';
import { createContext, type ReactNode, use, useContext, useMemo, useState } from 'react';
import { getLocale, type Locale as Language, setLocale } from '../paraglide/runtime.js';
import { loadedText, loadText, type Text } from './load-text.ts';
import { uiText } from './ui-text.ts';

export type { Language, Text };

/** Each language under its own name. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

type Chosen = { language: Language; text: Text; choose: (language: Language) => void };
const Context = createContext<Chosen | undefined>(undefined);

/**
 * The language of the app: what this device chose, else what its browser prefers. Changing it redraws and loses nothing;
 * the page keeps the old one until the new sentences are there.
 */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(getLocale);
  // The last hook of its component: one that stood behind it would not find its place when the drawing is taken up again.
  const text = loadedText(language) ?? use(loadText(language));
  return (
    <Speaking language={language} text={text} show={setLanguage}>
      {children}
    </Speaking>
  );
};

type Spoken = { language: Language; text: Text; show: (language: Language) => void; children: ReactNode };

const Speaking = ({ language, text, show, children }: Spoken) => {
  const value = useMemo(() => {
    document.documentElement.lang = language;
    const choose = (next: Language) => {
      void setLocale(next, { reload: false });
      const change = async () => {
        if (!loadedText(next)) await loadText(next);
        show(next);
      };
      void change();
    };
    return { language, text, choose };
  }, [language, text, show]);
  const ui: Ui = useMemo(() => ({ locale: language, text: uiText(text) }), [language, text]);
  return (
    <Context value={value}>
      <UiProvider {...ui}>{children}</UiProvider>
    </Context>
  );
};

export const useLanguage = (): Chosen => {
  const value = useContext(Context);
  if (!value) throw new Error('a LanguageProvider must stand above');
  return value;
};

/** Every sentence of the app, in the language chosen now. Using the hook is what redraws a component when that changes. */
export const useText = (): Text => useLanguage().text;

/** A text of the catalogue in both languages; English may be missing. */
export type Bilingual = { zh: string; en?: string | undefined };

/** Picks the language of catalogue texts; what has no English is shown in Chinese. */
export const useBilingual = (): ((text: Bilingual | null | undefined) => string) => {
  const { language } = useLanguage();
  return (text) => (text ? ((language === 'en' ? text.en : undefined) ?? text.zh) : '');
};
