import { Button, Drawer, EmptyState, IconButton, Notice, Skeleton, TextField, toast } from '@tradeline/ui';
import { Pencil, Plus, Trash2, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { GoodsField } from './goods-field.tsx';
import type { Place } from './warehouse-dialog.tsx';

type Bin = Outputs['stock']['places']['bins'][number];
const fresh: Bin = { id: '', zone: '', code: '', goods: [] };

/** The bins of a warehouse, zone by zone, in the order in which they are walked. */
export const BinsDrawer = ({ place, onClose }: { place: Place; onClose: () => void }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayEdit = useMay('warehouse.edit');
  const [editing, setEditing] = useState<Bin>();
  const { data: bins } = trpc.stock.places.bins.useQuery({ warehouseId: place.id });
  const remove = trpc.stock.places.removeBin.useMutation({
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.stock.places.invalidate(),
  });
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={`${t.stock_place_bins()} · ${say(place.name)}`}>
      <div className="flex flex-col gap-4">
        {mayEdit &&
          (editing ? (
            <BinForm key={editing.id} place={place} bin={editing} onClose={() => setEditing(undefined)} />
          ) : (
            <Button className="self-start" onPress={() => setEditing(fresh)}>
              <Plus aria-hidden />
              {t.stock_place_bin_new()}
            </Button>
          ))}
        {!bins && <Skeleton className="h-40 w-full" />}
        {bins?.length === 0 && <EmptyState title={t.stock_place_bins_empty()} />}
        {[...Map.groupBy(bins ?? [], ({ zone }) => zone)].map(([zone, inZone]) => (
          <section key={zone}>
            <h3 className="flex justify-between border-b border-line pb-1 text-sm font-medium text-muted">
              <span>
                {t.stock_place_zone()} {zone}
              </span>
              <span className="tabular">{quantity(inZone.length)}</span>
            </h3>
            <ul className="divide-y divide-line">
              {inZone.map((bin) => (
                <li key={bin.id} className="flex items-center gap-2 py-1.5">
                  <span className="tabular w-24 shrink-0 font-medium">{bin.code}</span>
                  <span className="min-w-0 flex-1 truncate text-sm text-muted">
                    {bin.goods.map(({ itemNumber }) => itemNumber).join(', ')}
                  </span>
                  {mayEdit && (
                    <>
                      <IconButton
                        plain
                        size="sm"
                        label={t.stock_place_bin_edit({ code: bin.code })}
                        icon={<Pencil aria-hidden />}
                        onPress={() => setEditing(bin)}
                      />
                      <IconButton
                        plain
                        size="sm"
                        label={t.stock_place_bin_remove({ code: bin.code })}
                        icon={<Trash2 aria-hidden />}
                        onPress={() => remove.mutate({ id: bin.id })}
                      />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Drawer>
  );
};

const BinForm = ({ place, bin, onClose }: { place: Place; bin: Bin; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [zone, setZone] = useState(bin.zone);
  const [code, setCode] = useState(bin.code);
  const [goods, setGoods] = useState(bin.goods);
  const [tried, setTried] = useState(false);
  const save = trpc.stock.places.saveBin.useMutation({
    onSuccess: async () => {
      await utils.stock.places.invalidate();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!zone.trim() || !code.trim()) return;
    const skuIds = goods.map(({ skuId }) => skuId);
    save.mutate({
      warehouseId: place.id,
      ...(bin.id ? { id: bin.id } : {}),
      zone: zone.trim(),
      code: code.trim(),
      skuIds,
    });
  };
  return (
    <form noValidate className="flex flex-col gap-3 rounded-lg border border-line p-3" onSubmit={submit}>
      {save.error && (
        <Notice tone="danger" live>
          {problemText(save.error, words)}
        </Notice>
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t.stock_place_zone()}
          value={zone}
          error={tried && !zone.trim() ? t.stock_place_required() : undefined}
          onChange={(event) => setZone(event.target.value)}
        />
        <TextField
          label={t.stock_place_bin_code()}
          value={code}
          error={tried && !code.trim() ? t.stock_place_required() : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      <GoodsField
        onChoose={({ skuId, itemNumber }) =>
          setGoods((old) => (old.some((one) => one.skuId === skuId) ? old : [...old, { skuId, itemNumber }]))
        }
      />
      <ul className="flex flex-wrap gap-1.5">
        {goods.map(({ skuId, itemNumber }) => (
          <li key={skuId} className="tabular flex items-center rounded-sm bg-sunken pl-2 text-sm">
            {itemNumber}
            <IconButton
              plain
              size="sm"
              label={t.stock_remove_goods({ item: itemNumber })}
              icon={<X aria-hidden />}
              onPress={() => setGoods(goods.filter((one) => one.skuId !== skuId))}
            />
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t.cancel()}</Button>
        <Button type="submit" look="primary" pending={save.isPending}>
          {t.stock_save()}
        </Button>
      </div>
    </form>
  );
};
