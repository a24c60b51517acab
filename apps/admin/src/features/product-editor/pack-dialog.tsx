import { Button, Checkbox, Dialog, IconButton, TextField } from '@tradeline/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import type { PackForm, VariantForm } from './form-model.ts';
import { codeFor } from './option-code.ts';

/** Further units a quantity may be typed in, each so many base units: a box of 24. */
export const PackDialog = ({
  row,
  many,
  onClose,
  onApply,
}: {
  row: VariantForm;
  many: number;
  onClose: () => void;
  onApply: (packUnits: PackForm[], all: boolean) => void;
}) => {
  const t = useText();
  const say = useBilingual();
  const [packs, setPacks] = useState(row.packUnits);
  const [all, setAll] = useState(false);
  const set = (i: number, part: Partial<PackForm>) =>
    setPacks(packs.map((pack, n) => (n === i ? { ...pack, ...part } : pack)));
  const wrong = packs.some((pack) => !pack.name.zh.trim() || !/^\d{1,9}$/.test(pack.factor) || Number(pack.factor) < 2);
  const add = () => {
    const name = packs.length === 0 ? { zh: '箱', en: 'carton' } : { zh: '', en: '' };
    const factor = packs.length === 0 && row.cartonQuantity !== '1' ? row.cartonQuantity : '';
    setPacks([
      ...packs,
      {
        code: codeFor(
          name,
          packs.map(({ code }) => code),
          'u',
        ),
        name,
        factor,
      },
    ]);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.pe_pack_units()}
      description={t.pe_pack_hint({ unit: say(row.unit) })}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            disabledReason={wrong ? t.pe_pack_wrong() : undefined}
            onPress={() => {
              onApply(packs, all);
              onClose();
            }}
          >
            {t.pe_apply()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {packs.map((pack, i) => (
          <div key={pack.code} className="flex items-end gap-2">
            <TextField
              className="flex-1"
              hiddenLabel={i > 0}
              label={t.pe_unit_zh()}
              value={pack.name.zh}
              onChange={(event) => set(i, { name: { ...pack.name, zh: event.target.value } })}
            />
            <TextField
              className="flex-1"
              hiddenLabel={i > 0}
              label={t.pe_unit_en()}
              value={pack.name.en}
              onChange={(event) => set(i, { name: { ...pack.name, en: event.target.value } })}
            />
            <TextField
              className="w-32"
              hiddenLabel={i > 0}
              label={t.pe_factor()}
              inputMode="numeric"
              suffix={say(row.unit)}
              value={pack.factor}
              onChange={(event) => set(i, { factor: event.target.value })}
            />
            <IconButton
              label={t.pe_remove()}
              icon={<Trash2 aria-hidden />}
              onPress={() => setPacks(packs.filter((_, n) => n !== i))}
            />
          </div>
        ))}
        <Button
          className="self-start"
          onPress={add}
          disabledReason={packs.length >= 6 ? t.pe_problem_too_many({ limit: 6 }) : undefined}
        >
          <Plus aria-hidden />
          {t.pe_add_unit()}
        </Button>
        {many > 1 && <Checkbox checked={all} onCheckedChange={setAll} label={t.pe_for_all_variants({ count: many })} />}
      </div>
    </Dialog>
  );
};
