import type { Bilingual } from './i18n.tsx';

export type OptionAxis = { code: string; name: Bilingual; values: { code: string; name: Bilingual }[] };

/** "Red / M" of a configuration; empty for goods without options. */
export const optionText = (
  axes: readonly OptionAxis[],
  options: Readonly<Record<string, string>>,
  say: (text: Bilingual) => string,
): string =>
  axes
    .flatMap((axis) => axis.values.find((value) => value.code === options[axis.code]) ?? [])
    .map((value) => say(value.name))
    .join(' / ');
