import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { WalletPage, walletTabs } from '../../features/wallet/wallet-page.tsx';
import { withFallback } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/wallet')({
  validateSearch: z.object({ tab: withFallback(z.optional(z.enum(walletTabs)), undefined) }),
  component: () => <WalletPage tab={Route.useSearch().tab ?? 'coupons'} />,
});
