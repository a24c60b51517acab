import { allows, staffRoles } from '@tradeline/domain/access';
import { minor } from '@tradeline/domain/money';
import { expect, test } from 'vitest';
import { customerSeenBy } from './seen-by.ts';

const row = {
  name: '启明五金',
  creditLimit: minor(500_00),
  creditUsed: minor(120_00),
  termDays: 30,
  onHold: false,
  holdReason: null,
};

test.each(staffRoles)('%s sees what a customer owes exactly when the policy grants credit.read', (role) => {
  const granted = allows({ audience: 'staff', roles: [role] }, 'credit.read') !== undefined;
  const seen = customerSeenBy({ role }, row);
  expect(seen.credit).toEqual(
    granted ? { limit: 500_00, used: 120_00, termDays: 30, onHold: false, holdReason: null } : null,
  );
  expect(JSON.stringify(seen).includes('12000')).toBe(granted);
});

test('a customer without a credit account has none', () => {
  const none = { ...row, creditLimit: null, creditUsed: null, termDays: null, onHold: null };
  expect(customerSeenBy({ role: 'administrator' }, none).credit).toBeNull();
});
