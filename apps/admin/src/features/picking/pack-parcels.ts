import type { Order } from './pack-page.tsx';

/** What lies ready in one warehouse for an order: everything given to picking, and the picked part of it. */
export type Ready = { warehouseId: string; lines: { lineId: string; units: number; picked: number }[] };

/** Warehouses with goods to pack, the one with most picked goods first. */
export const readyOf = (held: Order['held']): Ready[] =>
  [
    ...Map.groupBy(
      held.filter(({ state }) => state === 'allocated'),
      ({ warehouseId }) => warehouseId,
    ),
  ]
    .map(([warehouseId, parts]) => ({
      warehouseId,
      lines: [...Map.groupBy(parts, ({ orderLineId }) => orderLineId)].map(([lineId, own]) => ({
        lineId,
        units: own.reduce((sum, part) => sum + part.quantity, 0),
        picked: own.reduce((sum, part) => sum + part.picked, 0),
      })),
    }))
    .toSorted((a, b) => pickedOf(b) - pickedOf(a) || (a.warehouseId < b.warehouseId ? -1 : 1));

const pickedOf = ({ lines }: Ready): number => lines.reduce((sum, line) => sum + line.picked, 0);

/** One parcel as it is being packed: texts as typed, units by line. */
export type Draft = {
  key: string;
  carrier: string;
  tracking: string;
  weight: string;
  size: string;
  units: Readonly<Record<string, number | undefined>>;
};

export const emptyDraft = (carrier: string, units: Draft['units'] = {}): Draft => ({
  key: crypto.randomUUID(),
  carrier,
  tracking: '',
  weight: '',
  size: '',
  units,
});

/** Grams from kilograms as typed, to the gram; null for nothing, undefined for what is no weight. */
export const gramsOf = (typed: string): number | null | undefined => {
  const plain = typed.normalize('NFKC').trim().replace(/kg$/iu, '').trim();
  if (plain === '') return null;
  const match = /^(\d{1,4})(?:\.(\d{1,3}))?$/u.exec(plain);
  const grams = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : 0;
  return grams > 0 ? grams : undefined;
};

/** Millimetres of three sides from centimetres as typed: `40x30x20`, `40*30*20`, `40 30 20`. */
export const sidesOf = (typed: string): [number, number, number] | null | undefined => {
  const plain = typed.normalize('NFKC').trim().replace(/cm$/iu, '').trim();
  if (plain === '') return null;
  const sides = plain
    .split(/[\s×x*]+/iu)
    .map((side) => (/^\d{1,3}(\.\d)?$/u.test(side) ? Math.round(Number(side) * 10) : 0));
  const [a, b, c] = sides;
  return sides.length === 3 && a && b && c ? [a, b, c] : undefined;
};
