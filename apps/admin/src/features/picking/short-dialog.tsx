import { openPicks, type ShortReason, type ShortRest, shortReasons, shortRests } from '@tradeline/domain/fulfilment';
import { Button, Dialog, Notice, QuantityField, RadioGroup, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Stop } from './list-page.tsx';
import { shortReasonText, shortRestText } from './picking-words.ts';

/** Less is there than asked for: how much less, why, and what is to become of the rest. */
export const ShortDialog = ({ stop, onClose }: { stop: Stop; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const open = openPicks(stop);
  const [units, setUnits] = useState<number | undefined>(open);
  const [reason, setReason] = useState<ShortReason>('missing');
  const [rest, setRest] = useState<ShortRest>('owe');
  const [note, setNote] = useState('');
  const miss = trpc.picking.miss.useMutation({
    // Closed once the list is read anew: a press on what stood there before would be refused.
    onSuccess: async () => {
      await utils.picking.invalidate();
      toast.success(t.fulfil_short_done({ item: stop.itemNumber }));
      onClose();
    },
    onError: () => utils.picking.invalidate(),
  });
  const wrong = !units || units > open;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    const said = note.trim();
    const comment = said ? `${shortReasonText[reason](t)}: ${said}` : shortReasonText[reason](t);
    miss.mutate({ stopId: stop.id, units, reason, rest, comment });
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(next) => !next && onClose()}
      title={t.fulfil_short_title({ item: stop.itemNumber })}
      footer={
        <>
          <Button size="lg" onPress={onClose}>
            {t.cancel()}
          </Button>
          <Button
            size="lg"
            type="submit"
            form="short"
            look="primary"
            pending={miss.isPending}
            disabledReason={wrong ? t.fulfil_over_stop({ open: quantity(open) }) : undefined}
          >
            {t.fulfil_short_confirm({ units: quantity(units ?? 0) })}
          </Button>
        </>
      }
    >
      <form id="short" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {miss.error && (
          <Notice tone="danger" live>
            {problemText(miss.error, words)}
          </Notice>
        )}
        <div className="flex flex-col gap-1">
          <span className="text-sm font-medium">{t.fulfil_short_units()}</span>
          <QuantityField
            label={t.fulfil_short_units_of({ item: stop.itemNumber })}
            value={units}
            unit={say(stop.unit)}
            onValueChange={setUnits}
            above={(now) => (now < open ? now + 1 : undefined)}
            below={(now) => (now > 1 ? now - 1 : undefined)}
            problem={wrong ? t.fulfil_over_stop({ open: quantity(open) }) : undefined}
            suggestions={wrong ? [open] : []}
          />
        </div>
        <RadioGroup
          label={t.fulfil_short_reason()}
          value={reason}
          onValueChange={setReason}
          options={shortReasons.map((value) => ({ value, label: shortReasonText[value](t) }))}
        />
        <RadioGroup
          label={t.fulfil_rest()}
          value={rest}
          onValueChange={setRest}
          options={shortRests.map((value) => ({ value, label: shortRestText[value](t) }))}
        />
        <TextField
          label={t.fulfil_short_note()}
          optional
          maxLength={120}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="text-sm text-muted">{t.fulfil_short_hint()}</p>
      </form>
    </Dialog>
  );
};
