import { Check, CloudOff, LoaderCircle } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import type { SaveStateName } from './use-cart.ts';

/** Whether the server has what stands on the screen. */
export const SaveState = ({ state }: { state: SaveStateName }) => {
  const t = useText();
  return (
    <span role="status" className="inline-flex items-center gap-1 text-faint [&_svg]:size-3.5">
      {state === 'saved' && <Check aria-hidden />}
      {state === 'saving' && <LoaderCircle aria-hidden className="animate-spin" />}
      {state === 'unsaved' && <CloudOff aria-hidden />}
      {state === 'saved' ? t.cart_saved() : state === 'saving' ? t.cart_saving() : t.cart_not_saved()}
    </span>
  );
};
