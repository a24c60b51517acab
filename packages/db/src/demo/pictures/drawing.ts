import { foodDrawings } from './drawings-food.ts';
import { homeDrawings } from './drawings-home.ts';
import { mobileDrawings } from './drawings-mobile.ts';
import { officeDrawings } from './drawings-office.ts';
import { toolDrawings } from './drawings-tools.ts';
import { wearDrawings } from './drawings-wear.ts';
import type { Paint } from './paint.ts';

const drawings = {
  ...toolDrawings,
  ...officeDrawings,
  ...homeDrawings,
  ...mobileDrawings,
  ...wearDrawings,
  ...foodDrawings,
} as const satisfies Record<string, (paint: Paint) => string>;

export type Drawing = keyof typeof drawings;

/** The goods alone, as SVG elements in a box of 400 × 400 that use the surfaces of `paint.ts`. */
export const draw = (drawing: Drawing, paint: Paint): string => drawings[drawing](paint);
