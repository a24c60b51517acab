import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderRoles } from '../order/index.ts';
import {
  allows,
  buyerActions,
  buyerPolicy,
  buyerRoles,
  grantExcess,
  orderRolesOf,
  type Principal,
  reaches,
  staffActions,
  staffPolicy,
  staffRoles,
} from './index.ts';

const staff = (...roles: (typeof staffRoles)[number][]) => ({ audience: 'staff', roles }) as const;
const buyer = (...roles: (typeof buyerRoles)[number][]) => ({ audience: 'buyer', roles }) as const;

describe('what each role may do', () => {
  test('what is not named is refused, and nobody without a role may do anything', () => {
    expect(allows(staff('warehouse'), 'price.edit')).toBeUndefined();
    for (const action of staffActions) expect(allows(staff(), action)).toBeUndefined();
  });
  test('a role from outside the table gives nothing', () => {
    const forged = { audience: 'staff', roles: ['constructor', '__proto__'] } as unknown as Principal & {
      audience: 'staff';
    };
    for (const action of staffActions) expect(allows(forged, action)).toBeUndefined();
  });
  test('of several roles the widest scope counts', () => {
    expect(allows(staff('sales'), 'order.read')).toBe('team');
    expect(allows(staff('sales', 'finance'), 'order.read')).toBe('all');
    expect(allows(buyer('purchaser', 'approver'), 'order.submit')).toBe('team');
  });
  test('no buyer reaches beyond the company', () => {
    for (const role of buyerRoles) expect(Object.values(buyerPolicy[role])).not.toContain('all');
  });
  test('only the administrator and the owner hand out roles', () => {
    expect(staffRoles.filter((role) => staffPolicy[role]['role.grant'])).toEqual(['administrator']);
    expect(buyerRoles.filter((role) => buyerPolicy[role]['role.grant'])).toEqual(['owner']);
  });
  test('who raises a limit or overrides credit does not also approve prices; who ships does not adjust money', () => {
    expect(
      staffRoles.filter(
        (role) => role !== 'administrator' && staffPolicy[role]['credit.override'] && staffPolicy[role]['price.edit'],
      ),
    ).toEqual([]);
    expect(
      staffRoles.filter(
        (role) => role !== 'administrator' && staffPolicy[role]['order.ship'] && staffPolicy[role]['payment.record'],
      ),
    ).toEqual([]);
  });
  test('every action can be done by somebody', () => {
    for (const action of staffActions) expect(staffRoles.some((role) => staffPolicy[role][action])).toBe(true);
    for (const action of buyerActions) expect(buyerRoles.some((role) => buyerPolicy[role][action])).toBe(true);
  });
});

describe('how far a scope reaches', () => {
  const who = { id: 'me', teamIds: ['t1'], companyId: 'c1' };
  const records = [
    { ownerId: 'me', teamId: 't2', companyId: 'c2' },
    { ownerId: 'you', teamId: 't1', companyId: 'c2' },
    { ownerId: 'you', teamId: 't2', companyId: 'c1' },
    {},
  ];
  test('own, team, company, all', () => {
    const reached = (['own', 'team', 'company', 'all', undefined] as const).map((scope) =>
      records.map((record) => reaches(scope, record, who)),
    );
    expect(reached).toEqual([
      [true, false, false, false],
      [true, true, false, false],
      [false, false, true, false],
      [true, true, true, true],
      [false, false, false, false],
    ]);
  });
  test('someone without a company does not reach records without one', () => {
    expect(reaches('company', {}, { id: 'me', teamIds: [] })).toBe(false);
  });
});

describe('granting', () => {
  const someStaff = fc.subarray([...staffRoles]);
  test('nobody grants more than they hold, by any combination of roles', () => {
    fc.assert(
      fc.property(someStaff, someStaff, (own, granted) => {
        const excess = grantExcess(staff(...own), staff(...granted));
        const mayAll = staffActions.every((action) => {
          const [has, gets] = [allows(staff(...own), action), allows(staff(...granted), action)];
          return gets === undefined || has === 'all' || has === gets;
        });
        expect(excess.length === 0).toBe(granted.length === 0 || (own.includes('administrator') && mayAll));
      }),
    );
  });
  test('the excess is named, action by action', () => {
    expect(grantExcess(buyer('purchaser'), buyer('viewer')).map((one) => one.action)).toContain('order.read');
    expect(grantExcess(buyer('owner'), buyer('owner'))).toEqual([]);
  });
  test('a buyer never grants a staff role, nor staff a buyer role of a customer', () => {
    expect(grantExcess(buyer('owner'), staff('warehouse')).length).toBeGreaterThan(0);
    expect(grantExcess(staff('administrator'), buyer('viewer')).length).toBeGreaterThan(0);
  });
});

describe('roles in an order’s life', () => {
  test('finance signs as a reviewer; marketing, purchasing and viewers only look', () => {
    expect(orderRolesOf(staff('finance', 'reviewer'))).toEqual(['reviewer']);
    expect(orderRolesOf(staff('marketing', 'purchasing'))).toEqual([]);
    expect(orderRolesOf(buyer('viewer', 'finance'))).toEqual([]);
    expect(orderRolesOf(buyer('approver'))).toEqual(['customer']);
    // Whoever runs a house alone ships as well.
    expect(orderRolesOf(staff('administrator'))).toEqual(['administrator', 'warehouse']);
  });
  test('nobody plays the carrier or the system', () => {
    const played = new Set([
      ...staffRoles.flatMap((role) => orderRolesOf(staff(role))),
      ...buyerRoles.flatMap((role) => orderRolesOf(buyer(role))),
    ]);
    expect(orderRoles.filter((role) => !played.has(role))).toEqual(['carrier', 'system']);
  });
});
