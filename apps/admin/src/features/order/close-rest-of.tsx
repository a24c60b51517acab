import { trpc } from '../../lib/trpc.ts';
import { CloseRestDialog } from './close-rest-dialog.tsx';
import { useStep } from './use-step.ts';

/** The same question where only the order's id is known. What is owed is read anew once it is answered. */
const CloseRestOf = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const runner = useStep();
  const utils = trpc.useUtils();
  const { data } = trpc.orders.get.useQuery({ id: orderId });
  if (!data) return null;
  const close = () => {
    onClose();
    void utils.picking.invalidate();
  };
  return <CloseRestDialog order={data} runner={runner} onClose={close} />;
};
export default CloseRestOf;
