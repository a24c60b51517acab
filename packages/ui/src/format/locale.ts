/** BCP 47 tag of the language shown. */
export type Locale = string;

/** The shop's zone: every date and time in both apps is told in it, wherever the device is. */
export const SHOP_ZONE = 'Asia/Shanghai';

/** Builds a formatter once per distinct argument: constructing Intl objects is what makes formatting slow. */
export const remember = <Args extends readonly (string | number)[], T>(
  make: (...args: Args) => T,
): ((...args: Args) => T) => {
  const made = new Map<string, T>();
  return (...args) => {
    const key = args.join('\u0000');
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...args);
    made.set(key, fresh);
    return fresh;
  };
};
