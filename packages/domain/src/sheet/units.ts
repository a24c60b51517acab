import type { Named } from './cell.ts';

/** The units goods are counted in, in Chinese and English. What a shop uses besides is taken from its own goods. */
const UNITS =
  '个 pc,件 piece,把 pc,只 pc,支 pc,条 strip,根 rod,块 block,片 sheet,张 sheet,本 book,册 volume,台 unit,套 set,组 group,双 pair,对 pair,副 pair,盒 box,箱 carton,包 pack,袋 bag,瓶 bottle,罐 can,桶 barrel,卷 roll,盘 coil,捆 bundle,束 bunch,打 dozen,米 m,平方米 m²,立方米 m³,厘米 cm,千克 kg,公斤 kg,克 g,斤 jin,吨 t,升 L,毫升 mL,提 pack,板 card,排 row,顶 pc,枚 pc,颗 pc,粒 pc,朵 pc,筒 tube,管 tube,架 rack,辆 vehicle,次 time,码 yard,尺 chi';

export type UnitName = { readonly zh: string; readonly en: string };
export const commonUnits: readonly UnitName[] = UNITS.split(',').map((pair) => {
  const [zh = '', en = ''] = pair.split(' ');
  return { zh, en };
});

/** Units by their Chinese name; `used` are those that goods of the shop have beside the common ones. */
export const unitNames = (used: readonly string[] = []): Named[] =>
  [...new Set([...commonUnits.map(({ zh }) => zh), ...used])].map((zh) => ({ id: zh, names: [zh] }));

/** The English of a unit that we know. */
export const unitEnglish = (zh: string): string | undefined => commonUnits.find((unit) => unit.zh === zh)?.en;
