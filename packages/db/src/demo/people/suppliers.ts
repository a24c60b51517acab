import type { InferInsertModel } from 'drizzle-orm';
import type { suppliers } from '../../schema/index.ts';
import { at, DAY } from '../clock.ts';
import { idsFrom } from '../ids.ts';
import { randomFrom } from '../random.ts';
import { mobileNumber, personName } from './names.ts';

/** Name, province, city, days from order to gate, and the categories of goods that come from there. */
const firms: readonly (readonly [
  name: string,
  region: string,
  city: string,
  leadDays: number,
  leaves: readonly string[],
])[] = [
  ['永康铎力工具制造有限公司', '浙江', '金华', 9, ['hand-tools', 'power-tools', 'measuring']],
  ['海盐磐衡紧固件有限公司', '浙江', '嘉兴', 6, ['fasteners']],
  ['高密隼甲安防用品有限公司', '山东', '潍坊', 12, ['gloves', 'head-eye', 'workwear']],
  ['宁海墨汀文具有限公司', '浙江', '宁波', 7, ['writing', 'desk']],
  ['富阳简牍纸业有限公司', '浙江', '杭州', 5, ['paper', 'software']],
  ['广州澈屋日化有限公司', '广东', '广州', 8, ['cleaning']],
  ['保定絮白纸业有限公司', '河北', '保定', 10, ['tissue']],
  ['台州纳序塑业有限公司', '浙江', '台州', 7, ['storage', 'handbags']],
  ['中山烁原照明电器有限公司', '广东', '中山', 9, ['lighting', 'sockets', 'wire']],
  ['潮州瓷舟陶瓷有限公司', '广东', '潮州', 14, ['tableware', 'cookware', 'knives']],
  ['深圳芯栈电子有限公司', '广东', '深圳', 11, ['charging', 'audio', 'cases']],
  ['泉州驭途箱包鞋服有限公司', '福建', '泉州', 16, ['backpacks', 'suitcases', 'footwear']],
  ['嘉兴织渡针织有限公司', '浙江', '嘉兴', 13, ['tops', 'accessories']],
  ['哈尔滨禾见粮油食品有限公司', '黑龙江', '哈尔滨', 8, ['snacks', 'staples', 'drinks']],
];

export type DemoSupplier = { readonly row: InferInsertModel<typeof suppliers>; readonly leadDays: number };

export const buildSuppliers = (seed: number, opened: number) => {
  const [ids, random] = [idsFrom(seed, 'suppliers'), randomFrom(seed, 'suppliers')];
  const byLeaf = new Map<string, DemoSupplier>();
  const list = firms.map(([name, region, city, leadDays, leaves], i): DemoSupplier => {
    const since = opened - DAY * (700 - i * 20);
    const supplier: DemoSupplier = {
      leadDays,
      row: {
        id: ids(since),
        number: `V${101 + i}`,
        name,
        contactName: personName(random),
        contactTitle: random.pick(['销售经理', '业务主管', '大客户经理']),
        country: 'CN',
        region,
        city,
        street: `${random.pick(['工业大道', '创业路', '园区东路', '兴业街'])} ${random.int(1, 288)} 号`,
        phone: mobileNumber(random),
        createdAt: at(since),
      },
    };
    for (const leaf of leaves) byLeaf.set(leaf, supplier);
    return supplier;
  });
  return { list, of: (leaf: string): DemoSupplier => byLeaf.get(leaf)! };
};
