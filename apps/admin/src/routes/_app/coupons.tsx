import { createFileRoute } from '@tanstack/react-router';
import { CouponsPage } from '../../features/selling/coupons-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/coupons')({
  component: () => (
    <Permitted action="coupon.issue">
      <CouponsPage />
    </Permitted>
  ),
});
