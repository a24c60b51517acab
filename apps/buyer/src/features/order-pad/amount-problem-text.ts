import type { AmountRefusal } from '@tradeline/domain/order-entry';
import type { Bilingual } from '../../lib/i18n.tsx';
import type { Words } from '../../lib/words.ts';

/** Why an amount could not be counted, and the units that would do. */
export const amountProblemText = (problem: AmountRefusal, { t }: Words, say: (text: Bilingual) => string): string => {
  switch (problem.kind) {
    case 'no-amount':
      return t.pad_amount_missing();
    case 'not-whole':
      return t.pad_amount_not_whole({ amount: Math.round(problem.amount * 1000) / 1000 });
    case 'unknown-unit':
      return t.pad_amount_unknown_unit({ unit: problem.unit, units: problem.units.map(say).join(' / ') });
  }
};
