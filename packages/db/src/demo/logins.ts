export type DemoLogin = {
  readonly app: 'admin' | 'buyer';
  readonly login: string;
  readonly password: string;
  readonly role: string;
};

/** Everybody of the demo company has this password. */
export const DEMO_PASSWORD = 'tradeline';

const people: readonly (readonly [app: DemoLogin['app'], login: string, role: string])[] = [
  ['admin', 'admin', '管理员 · administrator'],
  ['admin', 'sales', '销售 · sales'],
  ['admin', 'reviewer', '审核 · reviewer'],
  ['admin', 'warehouse', '仓库 · warehouse'],
  ['admin', 'finance', '财务 · finance'],
  ['admin', 'marketing', '市场 · marketing'],
  ['admin', 'purchasing', '采购 · purchasing'],
  ['buyer', 'buyer', '采购员 · purchaser'],
  ['buyer', 'owner', '负责人 · owner'],
  ['buyer', 'approver', '审批人 · approver'],
];

/** Who may sign in where; the buyers belong to the largest customer. */
export const demoLogins: readonly DemoLogin[] = people.map(([app, login, role]) => ({
  app,
  login,
  password: DEMO_PASSWORD,
  role,
}));
