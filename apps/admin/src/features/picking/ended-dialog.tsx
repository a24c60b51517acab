import { type ShortRest, shortRests } from '@tradeline/domain/fulfilment';
import { Button, Dialog, Notice, RadioGroup } from '@tradeline/ui';
import { useState } from 'react';
import { useWords } from '../../lib/words.ts';
import { shortRestText } from './picking-words.ts';

/** Units that have ended leave the box and nothing replaces them: what is to become of them, as after a short pick. */
export const EndedDialog = ({
  units,
  problem,
  pending,
  onClose,
  onOwe,
}: {
  units: number;
  /** Why it could not be done just now. */
  problem: string | undefined;
  pending: boolean;
  onClose: () => void;
  onOwe: (rest: ShortRest) => void;
}) => {
  const { t, quantity } = useWords();
  const [rest, setRest] = useState<ShortRest>('owe');
  return (
    <Dialog
      open
      keepOnOutsidePress
      size="sm"
      onOpenChange={(next) => !next && onClose()}
      title={t.fulfil_ended_owe_title({ units: quantity(units) })}
      description={t.fulfil_ended_owe_body()}
      footer={
        <>
          <Button size="lg" onPress={onClose}>
            {t.cancel()}
          </Button>
          <Button size="lg" look="primary" pending={pending} onPress={() => onOwe(rest)}>
            {t.fulfil_ended_owe()}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <RadioGroup
        label={t.fulfil_rest()}
        value={rest}
        onValueChange={setRest}
        options={shortRests.map((value) => ({ value, label: shortRestText[value](t) }))}
      />
    </Dialog>
  );
};
