import { useNavigate } from '@tanstack/react-router';
import { PageHeader, Tabs } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { CouponsPanel } from './coupons-panel.tsx';
import { PointsPanel } from './points-panel.tsx';

type WalletTab = 'coupons' | 'points' | 'balance';

/** What the company can pay with: coupons, points and the money it left with the wholesaler, each with its history. */
export const WalletPage = ({ tab }: { tab: WalletTab }) => {
  const t = useText();
  const navigate = useNavigate();
  const seesBalance = useMay('payment.read');
  const items = [
    { key: 'coupons' as const, label: t.checkout_coupons(), panel: <CouponsPanel /> },
    { key: 'points' as const, label: t.wallet_points(), panel: <PointsPanel /> },
    ...(seesBalance ? [{ key: 'balance' as const, label: t.wallet_balance(), panel: <BalancePanel /> }] : []),
  ];
  return (
    <>
      <PageHeader title={t.wallet_title()} />
      <Tabs
        label={t.wallet_title()}
        items={items}
        value={tab}
        onValueChange={(next) => void navigate({ to: '/wallet', search: { tab: next as WalletTab }, replace: true })}
      />
    </>
  );
};
