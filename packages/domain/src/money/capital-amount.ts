import type { Minor } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
/** Each group of four digits has its own power of ten thousand. */
const GROUPS = ['', '万', '亿', '万亿'];

/**
 * 大写金额: an amount of yuan and fen as Chinese documents write it beside the figures, so that no digit can be altered.
 * 1,234.50 is 壹仟贰佰叁拾肆元伍角整; zeros between digits are said once, `整` closes an amount without fen.
 */
export const capitalAmount = (amount: Minor): string => {
  const fen = Math.abs(amount) % 100;
  const yuan = Math.floor(Math.abs(amount) / 100);
  const [jiao, rest] = [Math.floor(fen / 10), fen % 10];
  const parts = [
    amount < 0 ? '负' : '',
    yuan > 0 ? `${wholeText(yuan)}元` : '',
    jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 && rest > 0 ? '零' : '',
    rest > 0 ? `${DIGITS[rest]}分` : fen === 0 && yuan === 0 ? '零元整' : '整',
  ];
  return parts.join('');
};

const wholeText = (yuan: number): string => {
  let text = '';
  let zero = false;
  const digits = String(yuan);
  for (let at = 0; at < digits.length; at++) {
    const place = digits.length - 1 - at;
    const digit = Number(digits[at]);
    if (digit === 0) zero = true;
    else {
      text += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place % 4]}`;
      zero = false;
    }
    // A group that holds nothing has no name.
    if (place % 4 === 0 && Number(digits.slice(Math.max(0, at - 3), at + 1)) > 0) text += GROUPS[place / 4];
  }
  return text;
};
