/** A text without its ids, whose digits are chance: what is looked for in the rest is not found by accident. */
export const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/giu, '');
