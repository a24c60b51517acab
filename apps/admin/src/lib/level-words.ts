import type { Text } from './i18n.tsx';

const levels: Record<string, (t: Text) => string> = {
  ordinary: (t) => t.level_ordinary(),
  silver: (t) => t.level_silver(),
  gold: (t) => t.level_gold(),
  diamond: (t) => t.level_diamond(),
};

/** The membership level; one that the shop has named itself is shown as it is. */
export const levelText = (level: string, t: Text): string => levels[level]?.(t) ?? level;
