import type { Word } from './words.ts';

export type Category = {
  readonly slug: string;
  readonly name: Word;
  /** Two letters that open the item numbers below it. */
  readonly prefix: string;
  /** Share of the base price that is margin. */
  readonly margin: number;
  /** Soft background of its pictures. */
  readonly tint: string;
  readonly leaves: readonly (readonly [slug: string, name: Word])[];
};

export const categories: readonly Category[] = [
  {
    slug: 'tools',
    name: '五金工具|Hardware & tools',
    prefix: 'TL',
    margin: 0.26,
    tint: '#e3e8ee',
    leaves: [
      ['hand-tools', '手动工具|Hand tools'],
      ['power-tools', '电动工具|Power tools'],
      ['fasteners', '紧固件|Fasteners'],
      ['measuring', '测量工具|Measuring'],
    ],
  },
  {
    slug: 'safety',
    name: '劳保防护|Safety & protection',
    prefix: 'SF',
    margin: 0.28,
    tint: '#eee9dc',
    leaves: [
      ['gloves', '防护手套|Gloves'],
      ['head-eye', '头部与眼部|Head & eyes'],
      ['workwear', '工装与鞋靴|Workwear & boots'],
    ],
  },
  {
    slug: 'office',
    name: '办公文具|Office supplies',
    prefix: 'OF',
    margin: 0.3,
    tint: '#e6e9f2',
    leaves: [
      ['writing', '书写工具|Writing'],
      ['paper', '纸品本册|Paper & notebooks'],
      ['desk', '桌面用品|Desk'],
      ['software', '软件与服务卡|Software & service cards'],
    ],
  },
  {
    slug: 'household',
    name: '日用清洁|Household & cleaning',
    prefix: 'HH',
    margin: 0.22,
    tint: '#e1eeec',
    leaves: [
      ['cleaning', '清洁用品|Cleaning'],
      ['tissue', '纸巾纸品|Tissue'],
      ['storage', '收纳整理|Storage'],
    ],
  },
  {
    slug: 'electrical',
    name: '电工照明|Electrical & lighting',
    prefix: 'EL',
    margin: 0.27,
    tint: '#f1ecdf',
    leaves: [
      ['lighting', '照明光源|Lighting'],
      ['sockets', '开关插座|Switches & sockets'],
      ['wire', '电线电料|Wire & accessories'],
    ],
  },
  {
    slug: 'kitchen',
    name: '厨房餐具|Kitchen & tableware',
    prefix: 'KT',
    margin: 0.31,
    tint: '#f0e7e1',
    leaves: [
      ['cookware', '锅具|Cookware'],
      ['tableware', '餐具杯壶|Tableware & cups'],
      ['knives', '刀具厨具|Knives & utensils'],
    ],
  },
  {
    slug: 'mobile',
    name: '手机配件|Phone accessories',
    prefix: 'MB',
    margin: 0.35,
    tint: '#e5e6f0',
    leaves: [
      ['charging', '充电设备|Charging'],
      ['audio', '耳机音响|Audio'],
      ['cases', '壳膜支架|Cases & holders'],
    ],
  },
  {
    slug: 'luggage',
    name: '箱包|Bags & luggage',
    prefix: 'LG',
    margin: 0.34,
    tint: '#e9e5e0',
    leaves: [
      ['backpacks', '背包|Backpacks'],
      ['suitcases', '旅行箱|Suitcases'],
      ['handbags', '手提与收纳包|Totes & pouches'],
    ],
  },
  {
    slug: 'apparel',
    name: '服饰鞋帽|Apparel & footwear',
    prefix: 'AP',
    margin: 0.38,
    tint: '#efe6ea',
    leaves: [
      ['tops', '上装|Tops'],
      ['accessories', '袜帽配件|Socks & caps'],
      ['footwear', '鞋类|Footwear'],
    ],
  },
  {
    slug: 'food',
    name: '食品饮料|Food & drink',
    prefix: 'FD',
    margin: 0.17,
    tint: '#f2eddb',
    leaves: [
      ['drinks', '饮料冲调|Drinks'],
      ['snacks', '休闲食品|Snacks'],
      ['staples', '粮油调味|Staples & seasoning'],
    ],
  },
];
