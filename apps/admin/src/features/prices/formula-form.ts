import type { PriceFormula } from '@tradeline/domain/pricing';

export const roundings = ['none', '0.01', '0.1', '1', '.90', '.99'] as const;
export type FormulaForm = {
  basis: 'price' | 'cost' | 'margin';
  percent: string;
  amount: string;
  rounding: (typeof roundings)[number];
  direction: 'nearest' | 'up' | 'down';
  minMargin: string;
  tiers: 'all' | 'first';
};
export const plainFormula: FormulaForm = {
  basis: 'price',
  percent: '',
  amount: '',
  rounding: 'none',
  direction: 'nearest',
  minMargin: '',
  tiers: 'all',
};

const grids = {
  '0.01': [100, 0],
  '0.1': [1_000, 0],
  '1': [10_000, 0],
  '.90': [10_000, 9_000],
  '.99': [10_000, 9_900],
} as const;

const decimal = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .replace(/[%\s+]/gu, '')
    .replace('−', '-');
  return plain === '' ? undefined : plain;
};
const amountE4 = (typed: string): number | undefined => {
  const plain = decimal(typed.replace(/[¥￥,]/gu, ''));
  if (plain === undefined) return undefined;
  const match = /^(-?)(\d{1,8})(?:\.(\d{1,4}))?$/.exec(plain);
  // Not a number: refused by the server with the field's name.
  if (!match) return Number.NaN;
  return (match[1] ? -1 : 1) * Number(`${match[2]}${(match[3] ?? '').padEnd(4, '0')}`);
};

/** The formula that a form means; undefined while an amount cannot be read. */
export const formulaOf = (form: FormulaForm): PriceFormula | undefined => {
  const addE4 = amountE4(form.amount);
  const percent = decimal(form.percent);
  const minMargin = decimal(form.minMargin);
  if (Number.isNaN(addE4)) return undefined;
  if (form.rounding === 'none' || !(form.rounding in grids)) return parts(form, percent, addE4, minMargin);
  const [everyE4, endingE4] = grids[form.rounding];
  return { ...parts(form, percent, addE4, minMargin), grid: { everyE4, endingE4, direction: form.direction } };
};

const parts = (
  form: FormulaForm,
  percent: string | undefined,
  addE4: number | undefined,
  minMargin: string | undefined,
): PriceFormula => ({
  basis: form.basis === 'price' ? 'price' : 'cost',
  ...(percent === undefined ? {} : form.basis === 'margin' ? { margin: percent } : { percent }),
  ...(addE4 === undefined ? {} : { addE4 }),
  ...(minMargin === undefined ? {} : { minMargin }),
});
