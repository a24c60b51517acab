import { type Minor, minor } from '@tradeline/domain/money';

/** An amount as a person types it, in major units with at most two decimals and in any width, as minor units. */
export const readMoney = (typed: string): Minor | undefined => {
  const plain = typed.normalize('NFKC').replace(/[\s,¥]/g, '');
  const [, whole, cents = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? undefined : minor(Number(whole) * 100 + Number(cents.padEnd(2, '0')));
};
