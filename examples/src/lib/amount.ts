import { type Minor, minor } from '@tradeline/domain/money';

const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** `1234.5` as minor units; undefined for anything else. Never goes through a binary float. */
export const parseAmount = (text: string): Minor | undefined => {
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const digits = Number(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  return minor(match[1] && digits !== 0 ? -digits : digits);
};

export const showAmount = (amount: Minor): string => (amount / 100).toFixed(2);
