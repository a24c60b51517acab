import type { AuditEntry } from '@tradeline/db/stores';
import type { FieldChange, FieldValue } from '@tradeline/domain/catalog';
import type { Staff } from '../../trpc/context.ts';

/** Who edits, and what the person may see and set beside the product itself. */
export type Editor = { staff: Pick<Staff, 'id' | 'name'>; requestId: string; mayPrice: boolean; seesCost: boolean };

/** A line of the product's history: only the fields that changed, before and after. */
export const historyEntry = (
  editor: Editor,
  action: string,
  productId: string,
  changes: readonly FieldChange[],
): AuditEntry => {
  const side = (pick: 'before' | 'after'): Record<string, FieldValue> =>
    Object.fromEntries(changes.map((change) => [change.field, change[pick]]));
  return {
    actor: { type: 'staff', id: editor.staff.id, name: editor.staff.name },
    action: `product.${action}`,
    subject: { type: 'product', id: productId },
    before: side('before'),
    after: side('after'),
    requestId: editor.requestId,
  };
};
