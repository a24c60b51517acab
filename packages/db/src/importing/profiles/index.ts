import type { AnyProfile } from '../profile.ts';
import { mallCn } from './mall-cn.ts';
import { northwind } from './northwind.ts';

/** The profiles that can be named on the command line. A further one is its own file and a line here. */
export const profiles: readonly AnyProfile[] = [northwind, mallCn];
