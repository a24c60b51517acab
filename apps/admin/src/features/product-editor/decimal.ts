/** A decimal as typed ("12.5") in whole units of 10^-digits (1250); undefined when it is none or finer than that. */
export const toScaled = (typed: string, digits: number): number | undefined => {
  const found = /^(\d{1,11})(?:\.(\d+))?$/.exec(typed.normalize('NFKC').replace(/[\s,¥]/g, ''));
  const fraction = found?.[2] ?? '';
  if (!found || fraction.length > digits) return undefined;
  return Number(`${found[1]}${fraction.padEnd(digits, '0')}`);
};

/** The decimal again, with no more zeros at its end than `least` digits ask for. */
export const fromScaled = (value: number, digits: number, least = digits): string => {
  const plain = String(value).padStart(digits + 1, '0');
  const whole = plain.slice(0, -digits);
  const fraction = plain.slice(-digits).replace(/0+$/, '').padEnd(least, '0');
  return fraction ? `${whole}.${fraction}` : whole;
};
