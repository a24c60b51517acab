import { Button, Checkbox, Dialog, Notice, SelectField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { SharingDraftLook } from './sharing-draft-look.tsx';
import { SharingFigures } from './sharing-figures.tsx';
import { readRule, type SharingTyped, typedOf } from './sharing-form.ts';
import { SharingGoods } from './sharing-goods.tsx';
import type { SharingRule } from './sharing-page.tsx';

type Group = Outputs['stock']['sharing']['list']['groups'][number];

/** A rule as it is written, with what everybody may take by it beside it. */
const SharingDialog = ({
  rule,
  groups,
  onClose,
}: {
  rule: SharingRule | undefined;
  groups: readonly Group[];
  onClose: () => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const places = trpc.stock.warehouses.useQuery();
  const [typed, setTyped] = useState(() => typedOf(rule));
  const [tried, setTried] = useState(false);
  const change = (next: Partial<SharingTyped>) => setTyped((old) => ({ ...old, ...next }));
  const whole = { ...typed, warehouseId: typed.warehouseId || (places.data?.[0]?.id ?? '') };
  const wanted = readRule(whole, rule);
  const save = trpc.stock.sharing.save.useMutation({
    onSuccess: async () => {
      await utils.stock.sharing.invalidate();
      toast.success(t.stock_sharing_saved());
      onClose();
    },
    onError: () => utils.stock.sharing.invalidate(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wanted) save.mutate(wanted);
  };
  return (
    <Dialog
      open
      size="lg"
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title={rule ? t.stock_sharing_edit() : t.stock_sharing_new()}
      description={t.stock_sharing_each()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button type="submit" form="sharing" look="primary" pending={save.isPending}>
            {t.stock_save()}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <form id="sharing" noValidate className="flex min-w-0 flex-col gap-4" onSubmit={submit}>
          {save.error && (
            <Notice tone="danger" live>
              {problemText(save.error, words)}
            </Notice>
          )}
          <SelectField
            label={t.stock_warehouse()}
            options={(places.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
            value={whole.warehouseId}
            onValueChange={(warehouseId) => change({ warehouseId })}
          />
          <SelectField
            label={t.stock_sharing_for()}
            hint={typed.groupId ? undefined : t.stock_sharing_everyone_hint()}
            options={[
              ...groups.map(({ id, name }) => ({ value: id, label: say(name) })),
              { value: '', label: t.stock_sharing_everyone() },
            ]}
            value={typed.groupId}
            onValueChange={(groupId) => change({ groupId })}
          />
          <SharingGoods typed={typed} tried={tried} onChange={change} />
          <SharingFigures typed={typed} tried={tried} onChange={change} />
          <Checkbox
            label={t.stock_sharing_breaks()}
            checked={typed.breaks}
            onCheckedChange={(breaks) => change({ breaks })}
          />
          {rule && (
            <Checkbox
              label={t.stock_sharing_anew()}
              checked={typed.anew}
              onCheckedChange={(anew) => change({ anew })}
            />
          )}
        </form>
        <SharingDraftLook key={typed.scope} goods={typed.scope === 'some' ? typed.goods : undefined} rule={wanted} />
      </div>
    </Dialog>
  );
};
export default SharingDialog;
