import type { Tx } from '@tradeline/db';
import { type AuditEntry, auditStore } from '@tradeline/db/stores';
import type { Staff } from '../trpc/context.ts';

/** Who of the staff uses a power, in which request. */
export type By = { staff: Staff; requestId: string };

/** Notes in the audit log what somebody of the staff did, with what was before and after. */
export const record = (
  tx: Tx,
  { staff, requestId }: By,
  entry: Omit<AuditEntry, 'actor' | 'requestId'>,
): Promise<void> =>
  auditStore.add(tx, { actor: { type: 'staff', id: staff.id, name: staff.name }, requestId, ...entry });
