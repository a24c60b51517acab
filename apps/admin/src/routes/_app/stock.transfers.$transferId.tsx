import { createFileRoute } from '@tanstack/react-router';
import { TransferPage } from '../../features/stock/transfer-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/transfers/$transferId')({
  component: () => (
    <Permitted action="stock.read">
      <TransferPage transferId={Route.useParams().transferId} />
    </Permitted>
  ),
});
