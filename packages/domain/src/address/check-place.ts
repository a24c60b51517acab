import { err, ok, type Result } from '../kernel/index.ts';
import { type Division, districtsOf, named, type Place, shortName } from './division.ts';

/** The first part that is not where it should be, and what is there that it may have meant. */
export type PlaceUnknown = {
  kind: 'place-unknown';
  field: 'province' | 'city' | 'district';
  value: string;
  nearest: readonly string[];
};

const MOST = 5;

/** Whether a city lies in its province and a district in its city, by their official names. */
export const checkPlace = (provinces: readonly Division[], place: Place): Result<void, PlaceUnknown> => {
  const province = named(provinces, place.province);
  if (!province) return err(unknown('province', place.province, provinces));
  const city = named(province.within, place.city);
  if (!city) return err(unknown('city', place.city, province.within));
  const districts = districtsOf(city);
  if (districts.length === 0 ? place.district === '' : named(districts, place.district)) return ok(undefined);
  return err(unknown('district', place.district, districts));
};

const unknown = (field: PlaceUnknown['field'], value: string, there: readonly Division[]): PlaceUnknown => {
  const meant = shortName(value.trim());
  const alike = meant === '' ? [] : there.filter(({ name }) => name.includes(meant) || meant.includes(shortName(name)));
  const begins = there.filter(({ name }) => meant !== '' && name.startsWith(meant.slice(0, 1)));
  const nearest = alike.length > 0 ? alike : begins;
  return { kind: 'place-unknown', field, value, nearest: nearest.slice(0, MOST).map(({ name }) => name) };
};
