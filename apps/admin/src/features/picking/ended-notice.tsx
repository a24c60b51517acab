import { Button } from '@tradeline/ui';
import { Check, PackageX } from 'lucide-react';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { useWords } from '../../lib/words.ts';
import { EndedDialog } from './ended-dialog.tsx';
import { type Ended, EndedFrame, useEndedParts } from './ended-frame.tsx';
import type { Order } from './pack-page.tsx';
import { type EndedWay, useEnded } from './use-ended.ts';

/** At the packing table: the lots to put in instead and their bin, or the units are taken out and owed. */
export const EndedNotice = ({ order }: { order: Order }) => {
  const parts = useEndedParts(order);
  return parts.length > 0 && <Acting order={order} parts={parts} />;
};

const Acting = ({ order, parts }: { order: Order; parts: readonly Ended[] }) => {
  const words = useWords();
  const { t, quantity } = words;
  const [owing, setOwing] = useState(false);
  const clear = useEnded(order, parts);
  const swapped = parts.reduce((sum, part) => sum + part.units - part.left, 0);
  const left = parts.reduce((sum, part) => sum + part.left, 0);
  const problem = clear.error ? problemText(clear.error, words) : undefined;
  const act = (way: EndedWay) => clear.act(way, () => setOwing(false));
  return (
    <EndedFrame parts={parts}>
      {problem && <p className="pb-1.5 font-medium">{problem}</p>}
      <div className="flex flex-wrap gap-2">
        {swapped > 0 && (
          <Button look="primary" pending={clear.pending && !owing} onPress={() => act({ swap: true, rest: 'owe' })}>
            <Check aria-hidden />
            {left > 0
              ? t.fulfil_ended_swap_rest({ units: quantity(swapped), left: quantity(left) })
              : t.fulfil_ended_swap({ units: quantity(swapped) })}
          </Button>
        )}
        <Button onPress={() => setOwing(true)}>
          <PackageX aria-hidden />
          {t.fulfil_ended_owe()}
        </Button>
      </div>
      {owing && (
        <EndedDialog
          units={swapped + left}
          problem={problem}
          pending={clear.pending}
          onClose={() => setOwing(false)}
          onOwe={(rest) => act({ swap: false, rest })}
        />
      )}
    </EndedFrame>
  );
};
