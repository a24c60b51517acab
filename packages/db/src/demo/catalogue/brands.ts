import type { Word } from './words.ts';

/** Invented names, each with the colour its goods and labels are drawn in where they have none of their own. */
export const brands: readonly (readonly [slug: string, name: Word, colour: string])[] = [
  ['duolix', '铎力|Duolix', '#c8452f'],
  ['litrock', '砺岩|Litrock', '#3d5a80'],
  ['panvel', '磐衡|Panvel', '#2f7f79'],
  ['sunarmo', '隼甲|Sunarmo', '#e0952b'],
  ['towarde', '拓卫|Towarde', '#27496d'],
  ['inkholm', '墨汀|Inkholm', '#22304f'],
  ['folioza', '简牍居|Folioza', '#8a5a44'],
  ['clarohus', '澈屋|Clarohus', '#2b8fa3'],
  ['fluffen', '絮白|Fluffen', '#6f9fd8'],
  ['stowelle', '纳序|Stowelle', '#5f7f5a'],
  ['lumefield', '烁原|Lumefield', '#e3a92f'],
  ['voltern', '伏讯|Voltern', '#2f62b8'],
  ['potlore', '釜语|Potlore', '#a8432f'],
  ['kilnboat', '瓷舟|Kilnboat', '#3f7d8c'],
  ['coredock', '芯栈|Coredock', '#3d4a9e'],
  ['sonisle', '声屿|Sonisle', '#6a4ba3'],
  ['roadora', '驭途|Roadora', '#2d5f53'],
  ['loomford', '织渡|Loomford', '#8c3f5e'],
  ['grainsee', '禾见|Grainsee', '#b8892f'],
  ['coolwell', '泠泉|Coolwell', '#2f8fc4'],
];
