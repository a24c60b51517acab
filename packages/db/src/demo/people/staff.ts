import type { StaffRole } from '@tradeline/domain/access';
import type { InferInsertModel } from 'drizzle-orm';
import type { staff } from '../../schema/index.ts';
import { at, DAY } from '../clock.ts';
import { idsFrom } from '../ids.ts';
import { randomFrom } from '../random.ts';
import { mobileNumber } from './names.ts';

export type StaffRow = InferInsertModel<typeof staff>;

/** Login, name, role, and the warehouse (by place in the list) where it matters. The first of a role is the one shown at sign-in. */
const team: readonly (readonly [login: string, name: string, role: StaffRole, warehouse?: number])[] = [
  ['admin', '沈嘉禾', 'administrator'],
  ['sales', '林晓东', 'sales'],
  ['sales.wu', '吴雅琴', 'sales'],
  ['sales.he', '何俊峰', 'sales'],
  ['sales.tang', '唐若溪', 'sales'],
  ['reviewer', '郑立新', 'reviewer'],
  ['reviewer.xu', '徐敏', 'reviewer'],
  ['warehouse', '罗志强', 'warehouse', 0],
  ['warehouse.gz', '梁海燕', 'warehouse', 1],
  ['warehouse.cd', '谭国栋', 'warehouse', 2],
  ['finance', '蒋秀英', 'finance'],
  ['finance.lu', '陆启航', 'finance'],
  ['marketing', '苏佳怡', 'marketing'],
  ['purchasing', '方振宇', 'purchasing'],
  ['purchasing.qian', '钱文杰', 'purchasing'],
];

export const buildStaff = (seed: number, opened: number, passwordHash: string) => {
  const [ids, random] = [idsFrom(seed, 'staff'), randomFrom(seed, 'staff')];
  const people = team.map(([login, name, role, warehouse], i) => {
    const since = opened - DAY * (800 - i * 40);
    const row: StaffRow = {
      id: ids(since),
      login,
      name,
      role,
      email: `${login}@tradeline.example`,
      phone: mobileNumber(random),
      passwordHash,
      createdAt: at(since),
    };
    return { row, warehouse };
  });
  const of = (role: StaffRole): StaffRow[] => people.filter(({ row }) => row.role === role).map(({ row }) => row);
  return {
    rows: people.map(({ row }) => row),
    of,
    first: (role: StaffRole): StaffRow => of(role)[0]!,
    keeperOf: (warehouse: number): StaffRow =>
      (people.find((person) => person.warehouse === warehouse) ?? people[0]!).row,
  };
};
export type Team = ReturnType<typeof buildStaff>;
