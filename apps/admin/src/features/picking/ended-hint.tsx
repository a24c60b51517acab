import { Link } from '@tanstack/react-router';
import { buttonClass } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.ts';
import { EndedFrame, useEndedParts } from './ended-frame.tsx';
import type { Order } from './pack-page.tsx';

/** Beside the order: why it cannot leave as it is packed, and where that is put right. */
const EndedHint = ({ order }: { order: Order }) => {
  const t = useText();
  const mayPick = useMay('order.pick');
  const parts = useEndedParts(order);
  if (parts.length === 0) return null;
  return (
    <EndedFrame parts={parts}>
      {mayPick && (
        <Link to="/picking/pack/$orderId" params={{ orderId: order.id }} className={buttonClass({ size: 'sm' })}>
          {t.fulfil_ended_pack()}
        </Link>
      )}
    </EndedFrame>
  );
};

export default EndedHint;
