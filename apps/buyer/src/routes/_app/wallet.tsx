import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { WalletPage } from '../../features/wallet/wallet-page.tsx';
import { orNothing } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/wallet')({
  validateSearch: v.object({ tab: orNothing(v.picklist(['coupons', 'points', 'balance'])) }),
  component: () => <WalletPage tab={Route.useSearch().tab ?? 'coupons'} />,
});
