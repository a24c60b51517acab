import type { Text } from './i18n.tsx';

/** Where an order came from, in words; our own have no source. */
export const sourceText = (source: string | null, t: Text): string =>
  source === null ? t.source_portal() : t.source_import({ name: source });
