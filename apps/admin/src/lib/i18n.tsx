import { type Ui, UiProvider } from '@tradeline/ui';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import * as messages from '../paraglide/messages.js';
import { getLocale, type Locale as Language, overwriteGetLocale, setLocale } from '../paraglide/runtime.js';
import { uiText } from './ui-text.ts';

export type Text = typeof messages;
export type { Language };

/** Each language under its own name. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

let current: Language = getLocale();
overwriteGetLocale(() => current);

const Context = createContext<{ language: Language; choose: (language: Language) => void } | undefined>(undefined);

/** The language of the app: what this device chose, else what its browser prefers. Changing it redraws and loses nothing. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState(current);
  const value = useMemo(() => {
    document.documentElement.lang = language;
    const choose = (next: Language) => {
      current = next;
      void setLocale(next, { reload: false });
      setLanguage(next);
    };
    return { language, choose };
  }, [language]);
  // The wording of the primitives is taken anew for each language.
  const ui: Ui = useMemo(() => ({ locale: language, text: uiText(messages) }), [language]);
  return (
    <Context value={value}>
      <UiProvider {...ui}>{children}</UiProvider>
    </Context>
  );
};

export const useLanguage = () => {
  const value = useContext(Context);
  if (!value) throw new Error('a LanguageProvider must stand above');
  return value;
};

/** Every sentence of the app, in the language chosen now. Using the hook is what redraws a component when that changes. */
export const useText = (): Text => {
  useLanguage();
  return messages;
};

/** A text of the catalogue in both languages; English may be missing. */
export type Bilingual = { zh: string; en?: string | undefined };

/** Picks the language of catalogue texts; what has no English is shown in Chinese. */
export const useBilingual = (): ((text: Bilingual | null | undefined) => string) => {
  const { language } = useLanguage();
  return (text) => (text ? ((language === 'en' ? text.en : undefined) ?? text.zh) : '');
};
