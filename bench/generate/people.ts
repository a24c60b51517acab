import type { Random } from '@tradeline/db/demo';
import { keyOf } from './ids.ts';
import type { Size } from './size.ts';
import { places, trades } from './words.ts';

export const groupColumns = ['id', 'code', 'name'];
export const companyColumns = [
  'id',
  'number',
  'name',
  'short_name',
  'group_id',
  'level',
  'region',
  'phone',
  'created_at',
];
export const buyerColumns = ['id', 'company_id', 'login', 'name', 'role', 'password_hash'];
export const addressColumns = ['id', 'company_id', 'contact_name', 'phone', 'province', 'city', 'street', 'is_default'];
export const accountColumns = ['company_id', 'credit_limit', 'used', 'term_days'];
export const staffColumns = ['id', 'login', 'name', 'role', 'password_hash'];

export const LEVELS = ['ordinary', 'silver', 'gold', 'diamond'] as const;
export const groupsOf = (size: Size): number => Math.max(4, Math.round(size.companies / 200));
/** Every company has one buyer and one address of its own number. */
export const levelOf = (company: number): string =>
  LEVELS[company % 10 < 5 ? 0 : company % 10 < 8 ? 1 : company % 10 < 9 ? 2 : 3]!;
export const groupOf = (company: number, size: Size): number => company % groupsOf(size);

const FAMILY = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '周', '吴'];
const GIVEN = ['伟', '芳', '娜', '敏', '静', '强', '磊', '军', '洋', '勇', '艳', '杰'];

export const buildPeople = (size: Size, random: Random, passwordHash: string, now: number) => {
  const groups = Array.from({ length: groupsOf(size) }, (_, g) => [
    keyOf('group', g),
    `G${g + 1}`,
    { zh: `客户组 ${g + 1}`, en: `Group ${g + 1}` },
  ]);
  const [companies, buyers, addresses]: [unknown[][], unknown[][], unknown[][]] = [[], [], []];
  for (let c = 0; c < size.companies; c++) {
    const place = random.pick(places);
    const name = `${place.zh}${random.pick(GIVEN)}${random.pick(GIVEN)}${random.pick(trades).zh}有限公司`;
    const person = random.pick(FAMILY) + random.pick(GIVEN);
    const phone = `138${String(c).padStart(8, '0')}`;
    const [id, since] = [keyOf('company', c), new Date(now - random.int(400, 1_200) * 86_400_000).toISOString()];
    companies.push([
      id,
      `C${10_001 + c}`,
      name,
      null,
      keyOf('group', groupOf(c, size)),
      levelOf(c),
      place.zh,
      phone,
      since,
    ]);
    buyers.push([keyOf('buyer', c), id, `c${10_001 + c}`, person, 'owner', passwordHash]);
    addresses.push([
      keyOf('address', c),
      id,
      person,
      phone,
      place.zh,
      `${place.zh}市`,
      `人民路 ${1 + (c % 900)} 号`,
      true,
    ]);
  }
  const staff = [
    [keyOf('staff', 0), 'admin', '沈嘉禾', 'administrator', passwordHash],
    [keyOf('staff', 1), 'sales', '林晓东', 'sales', passwordHash],
  ];
  return { groups, companies, buyers, addresses, staff };
};
