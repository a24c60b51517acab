import { cx } from '@tradeline/ui';
import { formatInstant, formatMoney, formatQuantity, formatUnitPrice } from '@tradeline/ui/format';
import { getLocale } from '../paraglide/runtime.js';

/**
 * What is slow the first time it is used: the browser's formatters read their tables, class names are sorted into groups. Each
 * is done once in a task of its own while the program waits for its first answers, so that the first drawing need not.
 */
const steps: readonly (() => unknown)[] = [
  () => cx('p-1', 'p-2'),
  () => formatMoney(0, getLocale()),
  () => formatUnitPrice(0, getLocale()),
  () => formatQuantity(0, getLocale()),
  () => formatInstant('2000-01-01T00:00:00.000Z', getLocale(), 'date'),
];

export const warmUp = (): void => {
  for (const step of steps) setTimeout(step);
};
