import type { Drawing } from '../pictures/drawing.ts';
import type { AxisCode, ColourCode, SpecCode, UnitCode, Word } from './words.ts';

/** Either colours, or an axis whose next value costs `step` times the one before (1 = the same). */
export type Axis =
  | readonly ['colour', ...ColourCode[]]
  | readonly [Exclude<AxisCode, 'colour'>, step: number, ...values: Word[]];

/** When in the year a thing sells best. */
export type Season = 'steady' | 'summer' | 'winter' | 'school' | 'festival' | 'spring' | 'autumn';

/** One maker's version: brand, model, what distinguishes it, and its cost against the type's. */
export type Make = readonly [brand: string, model: string, adjective: Word, cost: number];

/** A type of goods; each of its makes becomes a product, each combination of its axes a SKU. */
export type Goods = {
  readonly drawing: Drawing;
  readonly leaf: string;
  readonly name: Word;
  /** Yuan without margin for the first value of each axis. */
  readonly cost: number;
  readonly unit: UnitCode;
  readonly carton: number;
  /** Least quantity and multiple, in base units; 1 when absent. */
  readonly least?: number;
  readonly multiple?: number;
  readonly most?: number;
  readonly tax?: '9' | '6';
  readonly grams: number;
  /** How well it sells against others: 1 is the middle. */
  readonly pull?: number;
  readonly season?: Season;
  readonly axes: readonly Axis[];
  readonly spec: Readonly<Partial<Record<SpecCode, Word>>>;
  readonly text: readonly [zh: string, en: string];
  readonly makes: readonly Make[];
};
