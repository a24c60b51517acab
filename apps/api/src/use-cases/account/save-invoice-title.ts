import { transact } from '@tradeline/db';
import { type InvoiceTitleFields, invoiceTitleStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { checkInvoiceTitle, type InvoiceTitle } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

export type TypedTitle = InvoiceTitle & { email?: string | undefined; isDefault: boolean };

/** Adds an invoice title to the company's, or changes one of them; orders placed before keep what they said. */
export const saveInvoiceTitle = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  id: string | undefined,
  typed: TypedTitle,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    const checked = checkInvoiceTitle(typed);
    if (!checked.ok) return err({ kind: 'invoice-title-invalid', problem: checked.error });
    const { kind, title, taxNumber, bank, account, address, phone } = checked.value;
    const fields: InvoiceTitleFields = {
      kind,
      title: title.trim(),
      taxNumber: taxNumber || null,
      bank: bank || null,
      account: account || null,
      address: address || null,
      phone: phone || null,
      email: typed.email || null,
      isDefault: typed.isDefault,
    };
    const saved = await invoiceTitleStore.save(tx, buyer.company.id, id, fields);
    return saved ? ok({ id: saved }) : err({ kind: 'invoice-title-not-found' });
  });
