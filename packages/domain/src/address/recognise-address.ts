import type { Division } from './division.ts';
import { districtsOf } from './division.ts';
import { type FoundPlace, findPlace } from './find-place.ts';

export type AddressPart = 'contactName' | 'phone' | 'province' | 'city' | 'district' | 'street';
/** A pasted text as fields; empty where nothing was found. `doubts`: what a person should look at before it is kept. */
export type RecognisedAddress = Readonly<Record<AddressPart, string>> & { readonly doubts: readonly AddressPart[] };

const labels =
  /(?:收货人|收件人|联系人|姓名|手机号码|手机号|手机|联系电话|电话号码|电话|所在地区|收货地址|详细地址|地址|name|phone|tel|address)\s*[:：]/giu;
const phones = /(?<!\d)(?:(?:\+?86[-\s]?)?(1[3-9]\d[-\s]?\d{4}[-\s]?\d{4})|(0\d{2,3}-?\d{7,8}(?:-\d{1,6})?))(?!\d)/gu;
const breaks = /[\s,，;；、|]+/u;
const people =
  /^(?:[\p{Script=Han}·]{2,4}|[\p{Script=Han}]{1,4}(?:先生|女士|小姐|老板|经理|师傅)|[a-z][a-z.'\u2060-]*)$/iu;
/** A name in Latin letters is of several words: they are read as one. */
const LATIN = /[a-z][a-z.'-]*(?: [a-z][a-z.'-]*){1,3}/giu;
const JOINT = '\u2060';
const apart = (text: string): string => text.replaceAll(JOINT, ' ');
/** No name of a person ends so, the name of a place does. */
const places = /[省市区县旗州盟镇乡村路街道巷弄号楼室栋幢座层院店厂园厦城场馆部司库]$/u;

/** Reads "张三 13800138000 广东省深圳市南山区粤海街道科技园路1号" in whatever order it was written. */
export const recogniseAddress = (provinces: readonly Division[], text: string): RecognisedAddress => {
  const found = [...text.matchAll(phones)].map(
    ([, mobile, landline]) => mobile?.replaceAll(/[-\s]/gu, '') ?? landline ?? '',
  );
  const words = text
    .replaceAll(phones, '\n')
    .replaceAll(labels, '\n')
    .replaceAll(LATIN, (name) => name.replaceAll(' ', JOINT))
    .split(breaks)
    .filter(Boolean);
  const { place, before, after } = placeIn(provinces, words);
  const names = [...before, ...after].filter((word) => people.test(word) && !places.test(word));
  const contactName = names[0] ?? (before.length > 0 ? before.join(' ') : '');
  const beside = place ? after.filter((word) => word !== contactName) : words.filter((word) => word !== contactName);
  const street = place ? [place.street?.name ?? '', place.rest, ...beside].join('') : beside.join(' ');
  const fields = {
    contactName: apart(contactName),
    phone: found[0] ?? '',
    province: place?.province.name ?? '',
    city: place?.city.name ?? '',
    district: place?.district?.name ?? '',
    street: apart(street),
  };
  return { ...fields, doubts: doubtsOf(fields, place, { names: names.length, phones: new Set(found).size }) };
};

/**
 * The place and the words around it. It is looked for from where a word begins on; a name that was written without a gap before
 * a province is found inside the word.
 */
const placeIn = (
  provinces: readonly Division[],
  words: readonly string[],
): { place: FoundPlace | undefined; before: readonly string[]; after: readonly string[] } => {
  for (const [at] of words.entries()) {
    const whole = findPlace(provinces, joined(words.slice(at)));
    if (!whole) continue;
    // A person's name behind it stands in a word of its own.
    const last = words.slice(at).findLastIndex((word) => people.test(word) && !places.test(word));
    const place = last > 0 ? findPlace(provinces, joined(words.slice(at, at + last))) : whole;
    if (place && last > 0 && at === 0) return { place, before: words.slice(0, at), after: words.slice(at + last) };
    return { place: whole, before: words.slice(0, at), after: [] };
  }
  for (const [at, word] of words.entries())
    for (const { name } of provinces) {
      const inside = word.indexOf(name);
      const place = inside > 0 ? findPlace(provinces, joined([word.slice(inside), ...words.slice(at + 1)])) : undefined;
      if (place) return { place, before: [...words.slice(0, at), word.slice(0, inside)], after: [] };
    }
  return { place: undefined, before: [], after: [] };
};

/** Latin words keep a gap between them. */
const joined = (words: readonly string[]): string =>
  words.reduce((text, word) => (/[a-z]$/iu.test(text) && /^[a-z]/iu.test(word) ? `${text} ${word}` : text + word), '');

const doubtsOf = (
  fields: Readonly<Record<AddressPart, string>>,
  place: FoundPlace | undefined,
  { names, phones }: { names: number; phones: number },
): AddressPart[] => {
  const missing = (['contactName', 'phone', 'province', 'city', 'street'] as const).filter(
    (part) => fields[part] === '',
  );
  const more: AddressPart[] = [];
  if (place && !place.district && districtsOf(place.city).length > 0) more.push('district');
  if (place?.guessed) more.push('city', 'district');
  if (fields.contactName !== '' && names !== 1) more.push('contactName');
  if (phones > 1) more.push('phone');
  return [...new Set([...missing, ...more])];
};
