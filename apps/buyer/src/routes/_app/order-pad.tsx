import { createFileRoute } from '@tanstack/react-router';
import { OrderPadPage } from '../../features/order-pad/order-pad-page.tsx';

export const Route = createFileRoute('/_app/order-pad')({ component: OrderPadPage });
