import { Button, Checkbox, Dialog, Notice, TextField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import type { Bilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { readUnits } from './lines-field.tsx';

export type Place = Outputs['stock']['places']['all'][number];

/** A warehouse: its code, its names, where it is, and whether goods are promised from it. */
export const WarehouseDialog = ({ place, onClose }: { place: Place | undefined; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [code, setCode] = useState(place?.code ?? '');
  const [name, setName] = useState<Bilingual>(place?.name ?? { zh: '' });
  const [region, setRegion] = useState(place?.region ?? '');
  const [address, setAddress] = useState(place?.address ?? '');
  const [priority, setPriority] = useState(String(place?.priority ?? 0));
  const [active, setActive] = useState(place?.active ?? true);
  const [tried, setTried] = useState(false);
  const save = trpc.stock.places.save.useMutation({
    onSuccess: async () => {
      await utils.stock.invalidate();
      onClose();
    },
  });
  const rank = readUnits(priority);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!code.trim() || !name.zh.trim() || rank === undefined) return;
    save.mutate({
      ...(place ? { id: place.id } : {}),
      ...{ code: code.trim(), name, region: region.trim() || null, address: address.trim() || null },
      ...{ priority: rank, active },
    });
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={place ? t.stock_place_edit() : t.stock_place_new()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="place" look="primary" pending={save.isPending}>
            {t.stock_save()}
          </Button>
        </>
      }
    >
      <form id="place" noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {save.error && (
          <Notice tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <BilingualFields
          label={t.stock_place_name()}
          value={name}
          onValueChange={setName}
          error={tried && !name.zh.trim() ? t.stock_place_required() : undefined}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t.stock_place_code()}
            value={code}
            error={tried && !code.trim() ? t.stock_place_required() : undefined}
            onChange={(event) => setCode(event.target.value)}
          />
          <TextField
            label={t.stock_place_priority()}
            inputMode="numeric"
            value={priority}
            error={rank === undefined ? t.stock_needs_quantity() : undefined}
            onChange={(event) => setPriority(event.target.value)}
          />
          <TextField
            label={t.stock_place_region()}
            optional
            value={region}
            onChange={(event) => setRegion(event.target.value)}
          />
          <TextField
            label={t.stock_place_address()}
            optional
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
        <Checkbox label={t.stock_place_active()} checked={active} onCheckedChange={setActive} />
      </form>
    </Dialog>
  );
};
