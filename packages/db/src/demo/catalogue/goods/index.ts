import type { Goods } from '../goods-type.ts';
import { apparel } from './apparel.ts';
import { electrical } from './electrical.ts';
import { food } from './food.ts';
import { household } from './household.ts';
import { kitchen } from './kitchen.ts';
import { luggage } from './luggage.ts';
import { mobile } from './mobile.ts';
import { office } from './office.ts';
import { safety } from './safety.ts';
import { tools } from './tools.ts';

/** Every type of goods the demo company trades in, by its top category. */
export const goods: Readonly<Record<string, readonly Goods[]>> = {
  tools,
  safety,
  office,
  household,
  electrical,
  kitchen,
  mobile,
  luggage,
  apparel,
  food,
};
