import { Card, DateText, Facts, MoneyText, StatusBadge } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.tsx';
import type { Payment } from './pay-words.ts';
import { VoucherForm } from './voucher-form.tsx';

/** Paying by bank: where the money goes, the voucher that shows it was sent, and what became of those sent before. */
export const BankTransfer = ({ payment }: { payment: Payment }) => {
  const t = useText();
  const mayPay = useMay('payment.pay');
  const { transfer, vouchers, refusal } = payment;
  const open = transfer !== null && refusal === null && mayPay;
  if (!open && vouchers.length === 0) return null;
  return (
    <Card className="flex flex-col gap-4 p-4 md:p-6">
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold">{t.pay_by_bank()}</h2>
        {open && <p className="text-sm text-muted">{t.pay_bank_hint()}</p>}
      </div>
      {open &&
        (transfer.bank ? (
          <Facts
            className="rounded-md bg-sunken px-3 py-2"
            items={[
              { label: t.pay_bank_holder(), value: <span className="select-all">{transfer.bank.holder}</span> },
              { label: t.pay_bank_name(), value: <span className="select-all">{transfer.bank.bank}</span> },
              {
                label: t.pay_bank_account(),
                value: <span className="tabular select-all">{transfer.bank.account}</span>,
              },
            ]}
          />
        ) : (
          <p className="text-sm">{t.pay_bank_ask()}</p>
        ))}
      {vouchers.length > 0 && <Vouchers payment={payment} />}
      {open && <VoucherForm key={vouchers.length} payment={payment} />}
    </Card>
  );
};

const TONES = { submitted: 'info', accepted: 'success', rejected: 'danger' } as const;

const Vouchers = ({ payment: { vouchers, currency, orderId } }: { payment: Payment }) => {
  const t = useText();
  const states = {
    submitted: t.pay_voucher_submitted(),
    accepted: t.pay_voucher_accepted(),
    rejected: t.pay_voucher_rejected(),
  };
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t.pay_vouchers()}</h3>
      <ul className="divide-y divide-line rounded-md border border-line">
        {vouchers.map((voucher) => (
          <li key={voucher.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-3 py-2">
            <span className="flex min-w-0 flex-col">
              <a
                href={`/documents/orders/${orderId}/files/${voucher.fileId}?size=large`}
                target="_blank"
                rel="noreferrer"
                className="truncate font-medium text-brand-ink hover:underline"
              >
                {voucher.fileName}
              </a>
              <span className="text-sm text-muted">
                <DateText at={voucher.createdAt} />
                {voucher.reference && <span className="tabular"> · {voucher.reference}</span>}
              </span>
              {voucher.reason && <span className="text-sm text-danger-ink">{voucher.reason}</span>}
            </span>
            <span className="flex items-center gap-3">
              <MoneyText amount={voucher.amount} currency={currency} />
              <StatusBadge tone={TONES[voucher.state]}>{states[voucher.state]}</StatusBadge>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
