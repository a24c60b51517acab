import { minor } from '@tradeline/domain/money';
import type { FreightRule, FreightTariff, FreightZone } from '@tradeline/domain/order';
import { plainAmount, readAmount } from '../../lib/money-text.ts';

/** A zone as it is typed. `kilos` and amounts are text; which of them count hangs on the kind. */
export type ZoneForm = {
  id: string;
  places: string;
  kind: FreightTariff['kind'];
  first: string;
  firstKilos: string;
  step: string;
  stepKilos: string;
  freeFrom: string;
};
export type RuleForm = { zones: ZoneForm[]; closed: string; minimum: string; maxKilos: string };

/** The rule as it is sent. */
type SentZone = Pick<FreightZone, 'id' | 'tariff'> & { places?: string[]; freeFrom?: number };
export type SentRule = { zones: SentZone[]; closed?: string[]; minimum?: number; maxGrams?: number };

const placesOf = (typed: string): string[] =>
  typed.split(/[\n,，、;；]+/u).flatMap((place) => (place.trim() ? [place.trim()] : []));
const kilos = (grams: number | undefined): string => (grams === undefined ? '' : String(grams / 1_000));
const gramsOf = (typed: string): number | undefined => {
  const number = Number(typed);
  return typed.trim() && number > 0 && number <= 100_000 ? Math.round(number * 1_000) : undefined;
};

export const emptyZone = (id: string): ZoneForm => ({
  id,
  places: '',
  kind: 'fixed',
  first: '',
  firstKilos: '1',
  step: '',
  stepKilos: '1',
  freeFrom: '',
});

const zoneForm = ({ id, places, tariff, freeFrom }: FreightZone): ZoneForm => ({
  ...emptyZone(id),
  places: places?.join('，') ?? '',
  kind: tariff.kind,
  freeFrom: plainAmount(freeFrom),
  ...(tariff.kind === 'fixed' ? { first: plainAmount(tariff.amount) } : {}),
  ...(tariff.kind === 'by-piece' ? { first: plainAmount(tariff.first), step: plainAmount(tariff.next) } : {}),
  ...(tariff.kind === 'by-weight'
    ? {
        first: plainAmount(tariff.first),
        firstKilos: kilos(tariff.firstGrams),
        step: plainAmount(tariff.step),
        stepKilos: kilos(tariff.stepGrams),
      }
    : {}),
});

export const ruleForm = (rule: FreightRule | undefined): RuleForm => ({
  zones: rule ? rule.zones.map(zoneForm) : [emptyZone('z1')],
  closed: rule?.closed?.join('，') ?? '',
  minimum: plainAmount(rule?.minimum),
  maxKilos: kilos(rule?.maxGrams),
});

const tariffOf = (zone: ZoneForm): FreightTariff | undefined => {
  const [first, step] = [readAmount(zone.first), readAmount(zone.step)];
  if (first === undefined) return undefined;
  if (zone.kind === 'fixed') return { kind: 'fixed', amount: minor(first) };
  if (step === undefined) return undefined;
  if (zone.kind === 'by-piece') return { kind: 'by-piece', first: minor(first), next: minor(step) };
  const [firstGrams, stepGrams] = [gramsOf(zone.firstKilos), gramsOf(zone.stepKilos)];
  return firstGrams && stepGrams
    ? { kind: 'by-weight', firstGrams, first: minor(first), stepGrams, step: minor(step) }
    : undefined;
};

/** The rule that was typed, or the number of the first zone that is not complete; 0: what stands beside the zones. */
export const readRule = (form: RuleForm): { rule: SentRule } | { wrong: number } => {
  const zones: SentZone[] = [];
  for (const [at, zone] of form.zones.entries()) {
    const tariff = tariffOf(zone);
    const freeFrom = readAmount(zone.freeFrom);
    if (!tariff || (zone.freeFrom.trim() && freeFrom === undefined)) return { wrong: at + 1 };
    const places = placesOf(zone.places);
    zones.push({
      id: zone.id,
      tariff,
      ...(places.length > 0 ? { places } : {}),
      ...(freeFrom ? { freeFrom } : {}),
    });
  }
  const [minimum, maxGrams, closed] = [readAmount(form.minimum), gramsOf(form.maxKilos), placesOf(form.closed)];
  if ((form.minimum.trim() && minimum === undefined) || (form.maxKilos.trim() && !maxGrams)) return { wrong: 0 };
  return {
    rule: {
      zones,
      ...(closed.length > 0 ? { closed } : {}),
      ...(minimum ? { minimum } : {}),
      ...(maxGrams ? { maxGrams } : {}),
    },
  };
};
