import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { OwedPage } from '../../features/picking/owed-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

const CloseRestOf = lazy(() => import('../../features/order/close-rest-of.tsx'));

export const Route = createFileRoute('/_app/picking/owed')({
  component: () => (
    <Permitted action="order.read">
      <OwedPage
        closeRest={(orderId, onClose) => (
          <Suspense>
            <CloseRestOf orderId={orderId} onClose={onClose} />
          </Suspense>
        )}
      />
    </Permitted>
  ),
});
