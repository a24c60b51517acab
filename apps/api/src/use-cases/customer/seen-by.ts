import { allows, type StaffAction } from '@tradeline/domain/access';
import type { Minor } from '@tradeline/domain/money';
import type { Staff } from '../../trpc/context.ts';

export const may = (staff: Pick<Staff, 'role'>, action: StaffAction): boolean =>
  allows({ audience: 'staff', roles: [staff.role] }, action) !== undefined;

type CreditColumns = {
  creditLimit: Minor | null;
  creditUsed: Minor | null;
  termDays: number | null;
  onHold: boolean | null;
  holdReason: string | null;
};

/** What a customer may owe. Absent where there is no account, or where the reader's role has no business with it. */
export type CreditView = {
  limit: Minor;
  used: Minor;
  termDays: number;
  onHold: boolean;
  holdReason: string | null;
};

/** A customer's record as a member of staff may see it: credit needs its own permission. */
export const customerSeenBy = <Row extends CreditColumns>(
  staff: Pick<Staff, 'role'>,
  row: Row,
): Omit<Row, keyof CreditColumns> & { credit: CreditView | null } => {
  const { creditLimit, creditUsed, termDays, onHold, holdReason, ...rest } = row;
  const hasAccount = creditLimit !== null && creditUsed !== null;
  return {
    ...rest,
    credit:
      hasAccount && may(staff, 'credit.read')
        ? { limit: creditLimit, used: creditUsed, termDays: termDays ?? 0, onHold: onHold ?? false, holdReason }
        : null,
  };
};
