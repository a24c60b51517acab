/** At most so many items, at even steps through a list: of a sorted list every stretch keeps its share. */
export const evenly = <T>(items: readonly T[], most: number): readonly T[] => {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at + 0.5) * step)]!);
};
