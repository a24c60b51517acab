import type { BuyerRole } from '@tradeline/domain/access';
import { type Minor, minor } from '@tradeline/domain/money';
import type { InferInsertModel } from 'drizzle-orm';
import type { addresses, buyers, companies, customerGroups } from '../../schema/index.ts';
import { at, DAY } from '../clock.ts';
import { idsFrom } from '../ids.ts';
import { type Random, randomFrom } from '../random.ts';
import { type Firm, firms, type GroupCode, type Habit, type Trade } from './customers-table.ts';
import { mobileNumber, personName, taxNumber } from './names.ts';
import type { StaffRow, Team } from './staff.ts';

export type DemoCustomer = {
  readonly row: InferInsertModel<typeof companies>;
  readonly addresses: readonly InferInsertModel<typeof addresses>[];
  readonly buyers: readonly InferInsertModel<typeof buyers>[];
  readonly trade: Trade;
  readonly group: GroupCode;
  readonly size: number;
  readonly habit: Habit | undefined;
  readonly limit: Minor;
  readonly termDays: number;
  readonly rating: string;
  readonly salesRep: StaffRow;
  /** First day it could order. */
  readonly since: number;
};

const groups: Record<GroupCode, { zh: string; en: string }> = {
  distributor: { zh: '经销商', en: 'Distributors' },
  chain: { zh: '连锁门店', en: 'Chain stores' },
  online: { zh: '电商', en: 'Online sellers' },
  corporate: { zh: '企业采购', en: 'Corporate purchasing' },
  retail: { zh: '零售门店', en: 'Retail shops' },
};

const levelOf = (size: number): string =>
  size >= 8 ? 'diamond' : size >= 6 ? 'gold' : size >= 4 ? 'silver' : 'ordinary';
const ratingOf = (size: number, habit: Habit | undefined): string => {
  if (habit === 'very-late' || habit === 'hold') return 'CCC';
  if (habit === 'late') return 'BB';
  return habit === 'new' ? 'BB' : size >= 8 ? 'AA' : size >= 5 ? 'A' : 'BBB';
};
const termsOf = (size: number, habit: Habit | undefined): number =>
  habit === 'new' ? 0 : size >= 8 ? 60 : size >= 5 ? 45 : size >= 3 ? 30 : 15;

const peopleOf = (size: number): readonly BuyerRole[] =>
  size >= 7
    ? ['owner', 'purchaser', 'purchaser', 'approver', 'finance', 'viewer']
    : size >= 4
      ? ['owner', 'purchaser', 'approver', 'finance']
      : ['owner', 'purchaser'];

/** The people of the largest customer sign in by their role; everybody else by the company's number and role. */
const loginOf = (index: number, role: BuyerRole, count: number): string => {
  const plain =
    count === 0 ? (role === 'purchaser' ? 'buyer' : role) : `${role === 'purchaser' ? 'buyer' : role}${count + 1}`;
  return index === 0 ? plain : `c${10_001 + index}.${plain}`;
};

const buildOne = (
  firm: Firm,
  index: number,
  random: Random,
  ids: (millis: number) => string,
  context: Context,
): DemoCustomer => {
  const [name, shortName, province, city, district, trade, group, size, habit] = firm;
  const { opened, now, team, groupIds, passwordHash } = context;
  const since = habit === 'new' ? now - DAY * random.int(45, 190) : opened - DAY * random.int(10, 1400);
  const salesRep = team.of('sales')[index % 4]!;
  const id = ids(since);
  const contactName = personName(random);
  const phone = mobileNumber(random);
  const counts = new Map<BuyerRole, number>();
  const people = peopleOf(size).map((role) => {
    const count = counts.get(role) ?? 0;
    counts.set(role, count + 1);
    const login = loginOf(index, role, count);
    return {
      id: ids(since + count + 1),
      companyId: id,
      login,
      name: role === 'owner' ? contactName : personName(random),
      role,
      email: `${login.replace('.', '-')}@customer.example`,
      phone: role === 'owner' ? phone : mobileNumber(random),
      passwordHash,
      createdAt: at(since),
    };
  });
  const places = [
    ['总部', '收货部'],
    ['仓库', '仓管'],
    ['门店', '店长'],
  ].slice(0, size >= 7 ? 3 : size >= 4 ? 2 : 1);
  const addressRows = places.map(([label], i) => ({
    id: ids(since + i),
    companyId: id,
    label: label!,
    contactName: i === 0 ? people[1]!.name : personName(random),
    phone: mobileNumber(random),
    country: 'CN',
    province,
    city,
    district,
    street: `${random.pick(['人民路', '解放大道', '建设路', '中山路', '创新街', '和平路', '长江路', '迎宾大道'])} ${random.int(1, 899)} 号`,
    postalCode: String(random.int(100000, 859999)),
    isDefault: i === 0,
  }));
  return {
    row: {
      id,
      number: `C${10_001 + index}`,
      name,
      shortName,
      groupId: groupIds[group],
      level: levelOf(size),
      region: province,
      status: habit === 'hold' && size <= 2 ? 'suspended' : 'active',
      salesRepId: salesRep.id,
      taxNumber: taxNumber(random),
      contactName,
      phone,
      email: `contact-c${10_001 + index}@customer.example`,
      note: null,
      createdAt: at(since),
    },
    addresses: addressRows,
    buyers: people,
    trade,
    group,
    size,
    habit,
    salesRep,
    since,
    limit: minor(habit === 'new' ? 0 : Math.round(size ** 2.1 * 9) * 100_000),
    termDays: termsOf(size, habit),
    rating: ratingOf(size, habit),
  };
};

type Context = {
  readonly opened: number;
  readonly now: number;
  readonly team: Team;
  readonly groupIds: Record<GroupCode, string>;
  readonly passwordHash: string;
};

export const buildCustomers = (seed: number, opened: number, now: number, team: Team, passwordHash: string) => {
  const [ids, random] = [idsFrom(seed, 'customers'), randomFrom(seed, 'customers')];
  const codes = Object.keys(groups) as GroupCode[];
  const groupRows: InferInsertModel<typeof customerGroups>[] = codes.map((code, i) => ({
    id: ids(opened - 900 * DAY + i),
    code,
    name: groups[code],
  }));
  const groupIds = Object.fromEntries(groupRows.map(({ code, id }) => [code, id])) as Record<GroupCode, string>;
  const context = { opened, now, team, groupIds, passwordHash };
  return { groups: groupRows, groupIds, list: firms.map((firm, index) => buildOne(firm, index, random, ids, context)) };
};
