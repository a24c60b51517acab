import type { Bilingual } from '../../schema/index.ts';

/** A word in both languages, kept as `中文|English`; a text without a bar is the same in both. */
export type Word = string;

export const word = (text: Word): Bilingual => {
  const [zh, en] = text.split('|') as [string, string | undefined];
  return { zh, en: en ?? zh };
};

export const units = {
  ge: '个|pc',
  ba: '把|pc',
  zhi: '支|pc',
  tai: '台|unit',
  shuang: '双|pair',
  fu: '副|pair',
  juan: '卷|roll',
  he: '盒|box',
  bao: '包|pack',
  ping: '瓶|bottle',
  guan: '罐|can',
  tong: '桶|jug',
  dai: '袋|bag',
  tiao: '条|pc',
  jian: '件|pc',
  ding: '顶|pc',
  tao: '套|set',
  ben: '本|book',
  zhang: '张|card',
  xiang: '箱|case',
} as const satisfies Record<string, Word>;
export type UnitCode = keyof typeof units;

/** Name and the colour a drawing is made in. */
export const colours = {
  black: ['黑色|Black', '#2b2f36'],
  graphite: ['石墨灰|Graphite', '#4d5560'],
  grey: ['灰色|Grey', '#9aa3ae'],
  white: ['白色|White', '#f3f4f2'],
  red: ['红色|Red', '#cf3b3b'],
  burgundy: ['酒红|Burgundy', '#7d2a3c'],
  orange: ['橙色|Orange', '#ef7d22'],
  yellow: ['黄色|Yellow', '#f2c230'],
  lime: ['荧光绿|Fluorescent green', '#b9d72c'],
  green: ['绿色|Green', '#3c8f5a'],
  forest: ['墨绿|Forest green', '#2e5a48'],
  mint: ['薄荷绿|Mint', '#8fcfb9'],
  teal: ['湖蓝|Teal', '#2b8d99'],
  sky: ['天蓝|Sky blue', '#6fb1e0'],
  blue: ['蓝色|Blue', '#2f6fc1'],
  navy: ['藏青|Navy', '#263f6b'],
  purple: ['紫色|Purple', '#7c5aa6'],
  pink: ['粉色|Pink', '#eba4b4'],
  beige: ['米色|Beige', '#dcccb0'],
  khaki: ['卡其|Khaki', '#a89467'],
  brown: ['棕色|Brown', '#83573a'],
  silver: ['银色|Silver', '#c3cad1'],
  champagne: ['香槟金|Champagne gold', '#d9bd92'],
} as const satisfies Record<string, readonly [Word, string]>;
export type ColourCode = keyof typeof colours;

export const axisNames = {
  colour: '颜色|Colour',
  size: '尺码|Size',
  capacity: '容量|Capacity',
  length: '长度|Length',
  thickness: '厚度|Thickness',
  diameter: '直径|Diameter',
  dimension: '规格|Dimensions',
  weight: '重量|Weight',
  power: '功率|Power',
  version: '版本|Version',
  tip: '笔尖|Tip',
  light: '色温|Light colour',
  count: '数量|Count',
  flavour: '口味|Flavour',
  model: '适用机型|Fits',
  grade: '等级|Grade',
  ruling: '内页|Ruling',
  section: '线径|Cross-section',
  pack: '包装|Pack',
  ports: '接口|Ports',
  term: '期限|Term',
} as const satisfies Record<string, Word>;
export type AxisCode = keyof typeof axisNames;

export const specNames = {
  material: '材质|Material',
  handle: '手柄|Handle',
  standard: '执行标准|Standard',
  finish: '表面处理|Finish',
  voltage: '额定电压|Rated voltage',
  current: '额定电流|Rated current',
  power: '额定功率|Rated power',
  speed: '空载转速|No-load speed',
  accuracy: '精度|Accuracy',
  size: '尺寸|Size',
  fabric: '面料|Fabric',
  lining: '里料|Lining',
  filling: '填充|Filling',
  closure: '闭合方式|Closure',
  protection: '防护等级|Protection class',
  lumen: '光通量|Luminous flux',
  life: '使用寿命|Service life',
  ink: '墨水|Ink',
  paper: '纸张|Paper',
  sheets: '页数|Sheets',
  ingredients: '配料|Ingredients',
  shelf: '保质期|Shelf life',
  storage: '贮存条件|Storage',
  origin: '产地|Origin',
  use: '适用场景|Use',
  battery: '电池|Battery',
  output: '输出|Output',
  connector: '接口类型|Connector',
  warranty: '质保|Warranty',
  heat: '适用灶具|Hobs',
  load: '承重|Load',
} as const satisfies Record<string, Word>;
export type SpecCode = keyof typeof specNames;
