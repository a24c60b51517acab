import type { Word } from './words.ts';

/** Invented names, each with the colour its goods and labels are drawn in where they have none of their own, and what its page says. */
export const brands: readonly (readonly [slug: string, name: Word, colour: string, about: Word])[] = [
  [
    'duolix',
    '铎力|Duolix',
    '#c8452f',
    '手动工具专业品牌，铬钒钢锻造，扭力与硬度逐批检验。|Hand tools forged from chrome-vanadium steel; torque and hardness are tested batch by batch.',
  ],
  [
    'litrock',
    '砺岩|Litrock',
    '#3d5a80',
    '耐用实惠的五金工具，适合工程批量采购。|Sturdy hardware at fair prices, made for buying by the pallet.',
  ],
  [
    'panvel',
    '磐衡|Panvel',
    '#2f7f79',
    '绝缘与减震工具，电工和装配车间常备。|Insulated and anti-shock tools for electricians and assembly lines.',
  ],
  [
    'sunarmo',
    '隼甲|Sunarmo',
    '#e0952b',
    '劳保手套与护具，按国标分级，尺码齐全。|Work gloves and protective gear, graded to national standards, in every size.',
  ],
  [
    'towarde',
    '拓卫|Towarde',
    '#27496d',
    '安全鞋与反光衣，工地与物流园的常用之选。|Safety shoes and high-visibility wear for sites and warehouses.',
  ],
  [
    'inkholm',
    '墨汀|Inkholm',
    '#22304f',
    '书写与办公文具，顺滑出墨，整盒供应。|Writing and office supplies with a smooth flow, sold by the box.',
  ],
  [
    'folioza',
    '简牍居|Folioza',
    '#8a5a44',
    '本册纸品，纸张克重足，装订平整。|Notebooks and paper goods with honest weight and flat binding.',
  ],
  [
    'clarohus',
    '澈屋|Clarohus',
    '#2b8fa3',
    '家居清洁用品，配方温和，大桶装更省。|Household cleaning with mild formulas; large containers cost less.',
  ],
  [
    'fluffen',
    '絮白|Fluffen',
    '#6f9fd8',
    '毛巾与家纺，纯棉吸水，酒店与商超同款。|Towels and home textiles in absorbent cotton, as hotels and shops use them.',
  ],
  [
    'stowelle',
    '纳序|Stowelle',
    '#5f7f5a',
    '收纳整理用品，尺寸成套，可叠可拆。|Storage that comes in matching sizes, stacks and takes apart.',
  ],
  [
    'lumefield',
    '烁原|Lumefield',
    '#e3a92f',
    '照明灯具，光效稳定，多种色温可选。|Lighting with steady output in several light colours.',
  ],
  [
    'voltern',
    '伏讯|Voltern',
    '#2f62b8',
    '插座、线缆与电工电料，全线通过强制认证。|Sockets, cables and electrical fittings, all certified.',
  ],
  [
    'potlore',
    '釜语|Potlore',
    '#a8432f',
    '锅具炊具，适用各类灶具，加厚复底。|Cookware with a thick bonded base for every kind of hob.',
  ],
  [
    'kilnboat',
    '瓷舟|Kilnboat',
    '#3f7d8c',
    '餐具瓷器，釉面细腻，可进洗碗机。|Tableware with a fine glaze, safe in the dishwasher.',
  ],
  [
    'coredock',
    '芯栈|Coredock',
    '#3d4a9e',
    '手机与电脑配件，接口齐全，质保一年。|Accessories for phones and computers with every connector, a year of warranty.',
  ],
  ['sonisle', '声屿|Sonisle', '#6a4ba3', '音频设备，佩戴舒适，续航持久。|Audio gear that sits well and lasts long.'],
  [
    'roadora',
    '驭途|Roadora',
    '#2d5f53',
    '箱包与出行用品，面料耐磨，拉链顺滑。|Bags and travel goods in hard-wearing fabric with smooth zips.',
  ],
  [
    'loomford',
    '织渡|Loomford',
    '#8c3f5e',
    '服装面料讲究，版型稳定，色号长期供应。|Clothing with steady cuts and colours that stay in supply.',
  ],
  [
    'grainsee',
    '禾见|Grainsee',
    '#b8892f',
    '粮油副食，产地直采，批次可查。|Staple foods bought at the source; every batch can be traced.',
  ],
  [
    'coolwell',
    '泠泉|Coolwell',
    '#2f8fc4',
    '饮品与冲调，整箱供货，保质期新鲜。|Drinks and instant mixes by the case, always freshly dated.',
  ],
];
