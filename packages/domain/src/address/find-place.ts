import { type Division, districtsOf, shortName, streetsOf } from './division.ts';

/** What a text begins with, as far as it names divisions, and what is left of it. */
export type FoundPlace = {
  province: Division;
  city: Division;
  district: Division | undefined;
  street: Division | undefined;
  rest: string;
  /** The district was taken from a short name, or more was inferred from it than is certain. */
  guessed: boolean;
};

type Taken = { node: Division; rest: string; whole: boolean };

/** After a short name none of these may follow: 吉林 is no province in 吉林市. */
const goesOn = /^[省市区县旗盟州]/u;

/** The division whose name the text begins with; the longest one, and a whole name before a short one. */
const take = (divisions: readonly Division[], text: string): Taken | undefined => {
  let best: (Taken & { length: number }) | undefined;
  for (const node of divisions) {
    // A short name begins as the whole one does; most divisions need no second look.
    if (!text.startsWith(node.name.slice(0, 1))) continue;
    for (const [name, whole] of [
      [node.name, true],
      [shortName(node.name), false],
    ] as const) {
      if (!text.startsWith(name)) continue;
      const rest = text.slice(name.length);
      if (!whole && goesOn.test(rest)) continue;
      if (!best || name.length > best.length) best = { node, rest, whole, length: name.length };
    }
  }
  return best;
};

const isMunicipality = (province: Division, city: Division): boolean => province.name === city.name;

/** Reads a place from where a text begins. A province or city left out is inferred where only one is possible. */
export const findPlace = (provinces: readonly Division[], text: string): FoundPlace | undefined => {
  const start = text.replace(/^中国/u, '');
  const first = take(provinces, start);
  if (first) {
    const within = inProvince(first.node, first.rest);
    if (within) return within;
  }
  const inCity = provinces.flatMap((province) => {
    const city = take(
      province.within.filter((one) => !isMunicipality(province, one)),
      start,
    );
    return city ? [{ province, ...city }] : [];
  });
  const [only] = inCity;
  if (only && (inCity.length === 1 || only.whole)) return inTheCity(only.province, only.node, only.rest, !only.whole);
  const inDistrict = provinces.flatMap((province) => byDistrict(province, start, true));
  return inDistrict.length === 1 ? inDistrict[0] : undefined;
};

const inProvince = (province: Division, text: string): FoundPlace | undefined => {
  const city = take(province.within, text);
  if (city) return inTheCity(province, city.node, city.rest, false);
  const itself = province.within.find((one) => isMunicipality(province, one));
  if (itself) return inTheCity(province, itself, text, false);
  const found = byDistrict(province, text, false);
  return found.length === 1 ? found[0] : undefined;
};

const inTheCity = (province: Division, city: Division, text: string, guessed: boolean): FoundPlace => {
  const district = take(districtsOf(city), text);
  const rest = district?.rest ?? text;
  const street = take(streetsOf(district?.node ?? city), rest);
  const taken = street?.whole ? street : undefined;
  return {
    province,
    city,
    district: district?.node,
    street: taken?.node,
    rest: (taken?.rest ?? rest).trim(),
    guessed: guessed || district?.whole === false,
  };
};

/** Every place of a province whose district the text begins with. Across provinces only whole names are believed. */
const byDistrict = (province: Division, text: string, wholeOnly: boolean): FoundPlace[] =>
  province.within.flatMap((city) => {
    const district = take(districtsOf(city), text);
    return district && (district.whole || !wholeOnly) ? [inTheCity(province, city, text, wholeOnly)] : [];
  });
