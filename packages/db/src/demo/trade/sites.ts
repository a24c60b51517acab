import type { DemoCustomer } from '../people/customers.ts';

const south = new Set(['广东', '广西', '海南', '福建', '湖南', '江西']);
const west = new Set(['四川', '重庆', '云南', '贵州', '陕西', '甘肃', '宁夏', '青海', '西藏', '新疆']);

/** Place in the list of warehouses that serves a customer first: Hangzhou, Guangzhou or Chengdu. */
export const siteOf = ({ row }: DemoCustomer): number => (south.has(row.region!) ? 1 : west.has(row.region!) ? 2 : 0);
