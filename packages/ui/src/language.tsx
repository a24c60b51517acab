import { createContext, type ReactNode, use, useContext, useMemo, useState } from 'react';
import { type Ui, UiProvider, type UiText } from './ui-context.tsx';

export type Language = 'zh-CN' | 'en';

/** Each language under its own name. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** A text of the catalogue in both languages; English may be missing. */
export type Bilingual = { zh: string; en?: string | undefined };

type Chosen<Text> = { language: Language; text: Text; choose: (language: Language) => void };
/** An app's own sentences, and where its device remembers the language. */
type Sentences<Text> = {
  chosenNow: () => Language;
  remember: (language: Language) => void;
  loaded: (language: Language) => Text | undefined;
  load: (language: Language) => Promise<Text>;
  /** Those of them that the primitives say. */
  uiText: (text: Text) => UiText;
};

/** The language of an app and the hooks that read it; made once for each app, since its sentences are its own. */
export const createLanguage = <Text,>({ chosenNow, remember, loaded, load, uiText }: Sentences<Text>) => {
  const Context = createContext<Chosen<Text> | undefined>(undefined);

  /**
   * The language of the app: what this device chose, else what its browser prefers. Changing it redraws and loses nothing;
   * the page keeps the old one until the new sentences are there.
   */
  const LanguageProvider = ({ children }: { children: ReactNode }) => {
    const [language, setLanguage] = useState<Language>(chosenNow);
    // The last hook of its component: one that stood behind it would not find its place when the drawing is taken up again.
    const text = loaded(language) ?? use(load(language));
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
        remember(next);
        const change = async () => {
          if (!loaded(next)) await load(next);
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

  const useLanguage = (): Chosen<Text> => {
    const value = useContext(Context);
    if (!value) throw new Error('a LanguageProvider must stand above');
    return value;
  };

  /** Every sentence of the app, in the language chosen now. Using the hook is what redraws a component when that changes. */
  const useText = (): Text => useLanguage().text;

  /** Picks the language of catalogue texts; what has no English is shown in Chinese. */
  const useBilingual = (): ((text: Bilingual | null | undefined) => string) => {
    const { language } = useLanguage();
    return (text) => (text ? ((language === 'en' ? text.en : undefined) ?? text.zh) : '');
  };

  return { LanguageProvider, useLanguage, useText, useBilingual };
};
