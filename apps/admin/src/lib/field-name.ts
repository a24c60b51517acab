import { type SheetField, sheetFields } from '@tradeline/domain/sheet';
import type { Language } from './i18n.tsx';

const all: readonly SheetField[] = Object.values(sheetFields).flat();

export const fieldTitle = (field: SheetField, language: Language): string => (language === 'en' ? field.en : field.zh);
/** What a column of a sheet is called, by its key. */
export const fieldName = (key: string, language: Language): string => {
  const field = all.find((each) => each.key === key);
  return field ? fieldTitle(field, language) : key;
};
