import { SumList } from '@tradeline/ui';
import type { Text } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Preview = Outputs['returns']['preview'];
export type Settled = Omit<Preview, 'allBack' | 'couponsBack'> & Partial<Pick<Preview, 'allBack' | 'couponsBack'>>;

const stepText = (what: Settled['steps'][number]['what'], t: Text): string =>
  ({
    goods: t.returns_step_goods,
    shipping: t.returns_step_shipping,
    'gifts-kept': t.returns_step_gifts_kept,
    deduction: t.returns_step_deduction,
  })[what]();

const backText = ({ method, to }: Settled['paidBack'][number], t: Text): string =>
  to === 'balance'
    ? t.returns_back_balance()
    : to === 'bank'
      ? t.returns_back_bank()
      : t.returns_back_gateway({
          channel: method === 'wechat' ? t.returns_channel_wechat() : t.returns_channel_alipay(),
        });

/** Every step of a refund: how the amount is made up, where it goes, and what moves beside the money. */
export const SettlementList = ({ settled, currency }: { settled: Settled; currency: string }) => {
  const { t, money, quantity } = useWords();
  const { steps, amount, setOff, paidBack, creditReleased, points } = settled;
  const beside = [
    ...(creditReleased > 0
      ? [{ key: 'credit', label: t.returns_credit_released(), value: money(creditReleased, currency) }]
      : []),
    ...(points.restored > 0
      ? [{ key: 'restored', label: t.returns_points_restored(), value: quantity(points.restored) }]
      : []),
    ...(points.clawedBack > 0
      ? [{ key: 'clawed', label: t.returns_points_clawed(), value: quantity(points.clawedBack) }]
      : []),
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SumList
        items={[
          ...steps.map((step) => ({
            key: step.what,
            label: stepText(step.what, t),
            value: money(step.amount, currency),
          })),
          { key: 'total', label: t.returns_granted(), value: money(amount, currency), total: true },
        ]}
      />
      <div className="flex flex-col gap-3 rounded-md bg-sunken px-3 py-2.5 text-sm">
        <SumList
          items={[
            ...(setOff > 0 ? [{ key: 'set-off', label: t.returns_set_off(), value: money(setOff, currency) }] : []),
            ...paidBack.map((part, at) => ({
              key: `${part.method}${at}`,
              label: backText(part, t),
              value: money(part.amount, currency),
            })),
            ...beside,
          ]}
        />
        {settled.allBack && <p className="text-muted">{t.returns_all_back()}</p>}
        {settled.couponsBack && <p className="text-muted">{t.returns_coupons_back()}</p>}
      </div>
    </div>
  );
};
