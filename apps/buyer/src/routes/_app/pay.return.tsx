import { createFileRoute } from '@tanstack/react-router';
import { PayReturnPage } from '../../features/pay/pay-return-page.tsx';

export const Route = createFileRoute('/_app/pay/return')({ component: PayReturnPage });
