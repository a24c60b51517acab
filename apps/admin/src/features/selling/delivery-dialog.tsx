import { Button, Checkbox, IconButton, SelectField, TextField } from '@tradeline/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import type { Bilingual } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { emptyZone, readRule, ruleForm, type ZoneForm } from './delivery-form.ts';

export type Delivery = Outputs['selling']['deliveries'][number];

/** A way of delivery: its names, where it goes, and what it costs there. */
export const DeliveryDialog = ({
  delivery,
  position,
  onClose,
}: {
  delivery: Delivery | undefined;
  position: number;
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [code, setCode] = useState(delivery?.code ?? '');
  const [name, setName] = useState<Bilingual>(delivery?.name ?? { zh: '' });
  const [hint, setHint] = useState<Bilingual>(delivery?.hint ?? { zh: '' });
  const [active, setActive] = useState(delivery?.active ?? true);
  const [form, setForm] = useState(() => ruleForm(delivery?.rule));
  const [tried, setTried] = useState(false);
  const save = trpc.selling.saveDelivery.useMutation({
    onSuccess: async () => {
      await utils.selling.deliveries.invalidate();
      onClose();
    },
  });
  const read = readRule(form);
  const wrong = 'wrong' in read ? read.wrong : undefined;
  const setZone = (at: number, change: Partial<ZoneForm>) =>
    setForm({ ...form, zones: form.zones.map((zone, index) => (index === at ? { ...zone, ...change } : zone)) });
  const submit = () => {
    setTried(true);
    if ('wrong' in read || !code.trim() || !name.zh.trim()) return;
    save.mutate({
      ...(delivery ? { id: delivery.id } : {}),
      code: code.trim(),
      name,
      hint: hint.zh.trim() ? hint : null,
      rule: read.rule,
      active,
      position: delivery?.position ?? position,
    });
  };
  return (
    <FormDialog
      title={delivery ? t.delivery_edit() : t.delivery_new()}
      size="lg"
      error={save.error}
      save={t.selling_save()}
      pending={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <BilingualFields
        label={t.delivery_name()}
        value={name}
        onValueChange={setName}
        error={tried && !name.zh.trim() ? t.selling_required() : undefined}
      />
      <BilingualFields label={t.delivery_hint()} value={hint} onValueChange={setHint} />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t.delivery_code()}
          value={code}
          error={tried && !code.trim() ? t.selling_required() : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
        <TextField
          label={t.delivery_minimum()}
          optional
          inputMode="decimal"
          value={form.minimum}
          onChange={(event) => setForm({ ...form, minimum: event.target.value })}
        />
        <TextField
          label={t.delivery_max_kilos()}
          optional
          inputMode="decimal"
          value={form.maxKilos}
          onChange={(event) => setForm({ ...form, maxKilos: event.target.value })}
        />
      </div>
      {form.zones.map((zone, at) => (
        <fieldset key={zone.id} className="flex flex-col gap-3 rounded-lg border border-line p-3">
          <legend className="px-1 text-sm font-medium">{t.delivery_zone({ number: at + 1 })}</legend>
          <div className="flex items-start gap-2">
            <TextField
              className="flex-1"
              label={t.delivery_places()}
              hint={t.delivery_places_hint()}
              optional
              value={zone.places}
              onChange={(event) => setZone(at, { places: event.target.value })}
            />
            {form.zones.length > 1 && (
              <IconButton
                className="mt-6"
                label={t.delivery_zone_remove({ number: at + 1 })}
                icon={<Trash2 aria-hidden />}
                onPress={() => setForm({ ...form, zones: form.zones.filter((_, index) => index !== at) })}
              />
            )}
          </div>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            <SelectField
              label={t.delivery_kind()}
              value={zone.kind}
              onValueChange={(kind) => setZone(at, { kind })}
              options={[
                { value: 'fixed', label: t.delivery_kind_fixed() },
                { value: 'by-weight', label: t.delivery_kind_weight() },
                { value: 'by-piece', label: t.delivery_kind_piece() },
              ]}
            />
            {zone.kind === 'by-weight' && (
              <TextField
                label={t.delivery_first_kilos()}
                inputMode="decimal"
                value={zone.firstKilos}
                onChange={(event) => setZone(at, { firstKilos: event.target.value })}
              />
            )}
            <TextField
              label={
                zone.kind === 'fixed'
                  ? t.delivery_amount()
                  : zone.kind === 'by-piece'
                    ? t.delivery_first_piece()
                    : t.delivery_first()
              }
              inputMode="decimal"
              value={zone.first}
              error={tried && wrong === at + 1 ? t.delivery_wrong() : undefined}
              onChange={(event) => setZone(at, { first: event.target.value })}
            />
            {zone.kind === 'by-weight' && (
              <TextField
                label={t.delivery_step_kilos()}
                inputMode="decimal"
                value={zone.stepKilos}
                onChange={(event) => setZone(at, { stepKilos: event.target.value })}
              />
            )}
            {zone.kind !== 'fixed' && (
              <TextField
                label={zone.kind === 'by-piece' ? t.delivery_next_piece() : t.delivery_step()}
                inputMode="decimal"
                value={zone.step}
                onChange={(event) => setZone(at, { step: event.target.value })}
              />
            )}
            <TextField
              label={t.delivery_free_from()}
              optional
              inputMode="decimal"
              value={zone.freeFrom}
              onChange={(event) => setZone(at, { freeFrom: event.target.value })}
            />
          </div>
        </fieldset>
      ))}
      <Button
        size="sm"
        className="self-start"
        onPress={() => setForm({ ...form, zones: [...form.zones, emptyZone(`z${Date.now()}`)] })}
      >
        <Plus aria-hidden />
        {t.delivery_zone_add()}
      </Button>
      <TextField
        label={t.delivery_closed()}
        hint={t.delivery_closed_hint()}
        optional
        value={form.closed}
        onChange={(event) => setForm({ ...form, closed: event.target.value })}
      />
      <Checkbox label={t.delivery_active()} checked={active} onCheckedChange={setActive} />
    </FormDialog>
  );
};
