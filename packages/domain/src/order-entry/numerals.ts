const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const TEN_THOUSAND = '万';

/** The characters a Chinese number is written with; 半 stands for a half and stands alone. */
export const NUMERAL_CHARACTERS = `${Object.keys(DIGITS).join('')}${Object.keys(TENS).join('')}${TEN_THOUSAND}半`;

/** 两百五十 = 250, 一千零五 = 1005, 三万 = 30000, 二五 = 25 (read digit by digit), 半 = 0.5; undefined for anything else. */
export const chineseNumber = (text: string): number | undefined => {
  if (text === '半') return 0.5;
  if (text.length === 0) return undefined;
  const [high = '', low, ...more] = text.split(TEN_THOUSAND);
  if (more.length > 0) return undefined;
  if (low === undefined) return belowTenThousand(high);
  const thousands = belowTenThousand(high);
  const rest = low === '' ? 0 : belowTenThousand(low);
  return thousands === undefined || rest === undefined || thousands === 0 ? undefined : thousands * 10_000 + rest;
};

const belowTenThousand = (text: string): number | undefined => {
  const characters = [...text];
  if (characters.length === 0) return undefined;
  if (characters.every((character) => character in DIGITS))
    return Number(characters.map((character) => DIGITS[character]).join(''));
  let total = 0;
  let digit: number | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  let last = 1;
  for (const character of characters) {
    const power = TENS[character];
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[character];
      if (digit === undefined) return undefined;
      if (digit === 0) last = 10;
      continue;
    }
    // 百十 out of order, or the same power twice, is no number.
    if (power >= smallest) return undefined;
    total += (digit === undefined || digit === 0 ? 1 : digit) * power;
    smallest = power;
    last = power;
    digit = undefined;
  }
  // 两百五 is 250: a digit that ends the number counts in the power below the last, unless 零 stood before it.
  if (digit !== undefined) total += digit * Math.max(1, last / 10);
  return total;
};
