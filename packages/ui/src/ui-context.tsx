import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from './format/index.ts';

/** Every sentence that the primitives themselves say. An app gives them in its language; nothing here has a default. */
export type UiText = {
  close: string;
  loading: string;
  clear: string;
  optional: string;
  increase: string;
  decrease: string;
  noMatches: string;
  showPassword: string;
  hidePassword: string;
  selectAll: string;
  selectRow: (name: string) => string;
  selected: (count: number) => string;
  sortBy: (column: string) => string;
  previousPage: string;
  nextPage: string;
  pagination: string;
  pageOf: (page: number, pages: number) => string;
  breadcrumbs: string;
  theme: string;
  themeSystem: string;
  themeLight: string;
  themeDark: string;
  language: string;
  notifications: string;
};

export type Ui = { locale: Locale; text: UiText };

const Context = createContext<Ui | undefined>(undefined);

/** Gives the primitives below it their language. */
export const UiProvider = ({ locale, text, children }: Ui & { children: ReactNode }) => (
  <Context value={{ locale, text }}>{children}</Context>
);

export const useUi = (): Ui => {
  const ui = useContext(Context);
  if (!ui) throw new Error('a UiProvider must stand above every ui component');
  return ui;
};
