import type { SkuWithPicture } from '@tradeline/db/stores';

type Text = { zh: string; en?: string | undefined };

/** "红色 / M" of a configuration, in both languages, as it is printed on a document; null for goods without options. */
export const optionText = (axes: SkuWithPicture['axes'], options: Record<string, string>): Text | null => {
  const chosen = axes.flatMap((axis) => axis.values.find((value) => value.code === options[axis.code]) ?? []);
  if (chosen.length === 0) return null;
  return {
    zh: chosen.map(({ name }) => name.zh).join(' / '),
    en: chosen.map(({ name }) => name.en ?? name.zh).join(' / '),
  };
};
