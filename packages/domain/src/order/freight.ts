import { err, ok, type Result } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';

/** Where goods go: names of the administrative division as the address book keeps them. */
export type FreightPlace = { readonly province: string; readonly city?: string | undefined };

/** What a parcel to a zone costs. Weights are whole grams; the first step is charged even for nothing. */
export type FreightTariff =
  | { readonly kind: 'fixed'; readonly amount: Minor }
  /** 首重 + 续重: so much up to `firstGrams`, then so much for every further part of `stepGrams`, begun ones in full. */
  | {
      readonly kind: 'by-weight';
      readonly firstGrams: number;
      readonly first: Minor;
      readonly stepGrams: number;
      readonly step: Minor;
    }
  /** By whole cartons or loose units, as the caller counts pieces. */
  | { readonly kind: 'by-piece'; readonly first: Minor; readonly next: Minor };

export type FreightZone = {
  readonly id: string;
  /** Provinces, or cities as "province/city"; a city beats its province. None: everywhere that no other zone names. */
  readonly places?: readonly string[] | undefined;
  readonly tariff: FreightTariff;
  /** Goods worth this much after promotions go free of charge (满额包邮). */
  readonly freeFrom?: Minor | undefined;
};

/** How a delivery method is charged. A place in no zone, or in `closed`, is not served. */
export type FreightRule = {
  readonly zones: readonly FreightZone[];
  readonly closed?: readonly string[] | undefined;
  /** The least an order must be worth, after promotions, to be sent this way (起送金额). */
  readonly minimum?: Minor | undefined;
  readonly maxGrams?: number | undefined;
};

export type FreightParcel = {
  readonly place: FreightPlace;
  /** Goods after promotions. */
  readonly goods: Minor;
  readonly grams: number;
  readonly pieces: number;
  /** Lines of goods whose weight nobody knows: a tariff by weight cannot charge them and says so. */
  readonly unweighed: number;
};

export type FreightCharge = {
  readonly amount: Minor;
  readonly zoneId: string;
  readonly tariff: FreightTariff['kind'];
  /** It would have cost this, and is free because of the goods' worth. */
  readonly waived?: Minor | undefined;
  /** So much more in goods and it is free. */
  readonly freeIn?: Minor | undefined;
  readonly unweighed: number;
};

export type FreightRefusal =
  | { readonly kind: 'place-not-served'; readonly place: FreightPlace }
  | { readonly kind: 'below-delivery-minimum'; readonly minimum: Minor; readonly missing: Minor }
  | { readonly kind: 'too-heavy'; readonly grams: number; readonly limit: number };

const KINDS = /(?:壮族|回族|维吾尔)?(?:自治区|特别行政区)$|[省市]$/u;
/** People write 浙江 and 浙江省, 杭州 and 杭州市: one place. */
const plain = (place: string): string =>
  place
    .split('/')
    .map((name) => name.trim().replace(KINDS, ''))
    .join('/');

const namesOf = ({ province, city }: FreightPlace): readonly string[] =>
  (city === undefined || city === '' ? [province] : [`${province}/${city}`, province]).map(plain);

const names = (places: readonly string[] | undefined, name: string): boolean =>
  places?.some((place) => plain(place) === name) ?? false;

/** The zone of a place: one that names the city, else one that names the province, else one for everywhere. */
export const zoneOf = (rule: FreightRule, place: FreightPlace): FreightZone | undefined => {
  const wanted = namesOf(place);
  if (wanted.some((name) => names(rule.closed, name))) return undefined;
  for (const name of wanted) {
    const zone = rule.zones.find(({ places }) => names(places, name));
    if (zone) return zone;
  }
  return rule.zones.find(({ places }) => places === undefined);
};

const costOf = (tariff: FreightTariff, { grams, pieces }: FreightParcel): Minor => {
  switch (tariff.kind) {
    case 'fixed':
      return tariff.amount;
    case 'by-weight': {
      const steps = Math.ceil(Math.max(0, grams - tariff.firstGrams) / tariff.stepGrams);
      return minor(tariff.first + steps * tariff.step);
    }
    case 'by-piece':
      return minor(tariff.first + Math.max(0, pieces - 1) * tariff.next);
  }
};

/**
 * What it costs to send goods to a place by one delivery method, or why it cannot be sent so. Exact: whole minor units
 * in, whole minor units out, nothing is rounded.
 */
export const freightFor = (rule: FreightRule, parcel: FreightParcel): Result<FreightCharge, FreightRefusal> => {
  const zone = zoneOf(rule, parcel.place);
  if (!zone) return err({ kind: 'place-not-served', place: parcel.place });
  if (rule.minimum !== undefined && parcel.goods < rule.minimum)
    return err({ kind: 'below-delivery-minimum', minimum: rule.minimum, missing: minor(rule.minimum - parcel.goods) });
  if (rule.maxGrams !== undefined && parcel.grams > rule.maxGrams)
    return err({ kind: 'too-heavy', grams: parcel.grams, limit: rule.maxGrams });
  const cost = costOf(zone.tariff, parcel);
  const free = zone.freeFrom !== undefined && parcel.goods >= zone.freeFrom;
  const base = { zoneId: zone.id, tariff: zone.tariff.kind, unweighed: parcel.unweighed };
  if (free) return ok({ ...base, amount: minor(0), ...(cost > 0 ? { waived: cost } : {}) });
  const missing = zone.freeFrom === undefined || cost === 0 ? undefined : minor(zone.freeFrom - parcel.goods);
  return ok({ ...base, amount: cost, ...(missing === undefined ? {} : { freeIn: missing }) });
};
