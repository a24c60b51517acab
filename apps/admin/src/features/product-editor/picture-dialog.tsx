import { Button, Dialog, Segmented, SelectField, toast } from '@tradeline/ui';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { BothFields } from './both-fields.tsx';
import { CropBox } from './crop-box.tsx';
import { type Area, middleSquare, type Size } from './crop-math.ts';
import { both, type Product } from './form-model.ts';

type Shape = 'whole' | 'free' | 'square';

/** One picture: what it shows in words, whose it is, which part of it is shown. The whole picture is always kept. */
export const PictureDialog = ({
  product,
  picture,
  onClose,
  onChanged,
}: {
  product: Product;
  picture: Product['pictures'][number];
  onClose: () => void;
  onChanged: () => Promise<unknown>;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const [alt, setAlt] = useState(both(picture.alt));
  const [skuId, setSkuId] = useState(picture.skuId ?? '');
  const [shape, setShape] = useState<Shape>(
    picture.crop ? (picture.crop.width === picture.crop.height ? 'square' : 'free') : 'whole',
  );
  const [area, setArea] = useState<Area | undefined>(picture.crop ?? undefined);
  const [size, setSize] = useState<Size>();
  const [removing, setRemoving] = useState(false);
  const describe = trpc.products.describePicture.useMutation();
  const crop = trpc.products.cropPicture.useMutation();
  const remove = trpc.products.removePicture.useMutation();
  const target = { productId: product.id, pictureId: picture.id };
  const src = picture.original
    ? `/files/pictures/${picture.original}-${picture.originalWidth}.webp`
    : `/files/pictures/${picture.stem}-${Math.max(...picture.widths)}.webp`;
  const choose = (next: Shape) => {
    setShape(next);
    if (size) setArea(next === 'whole' ? undefined : next === 'square' || !area ? middleSquare(size) : area);
  };
  const wanted = shape === 'whole' ? null : (area ?? null);
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await onChanged();
      onClose();
    } catch (error) {
      toast.error(problemText(error, words));
    }
  };
  const save = () =>
    run(async () => {
      await describe.mutateAsync({ ...target, alt: { zh: alt.zh, en: alt.en }, skuId: skuId || null });
      if (JSON.stringify(wanted) !== JSON.stringify(picture.crop)) await crop.mutateAsync({ ...target, crop: wanted });
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      size="lg"
      title={t.pe_picture()}
      footer={
        <>
          {removing ? (
            <Button
              look="danger"
              className="sm:mr-auto"
              pending={remove.isPending}
              onPress={() => void run(() => remove.mutateAsync(target))}
            >
              {t.pe_remove_for_good()}
            </Button>
          ) : (
            <Button look="quiet-danger" className="sm:mr-auto" onPress={() => setRemoving(true)}>
              <Trash2 aria-hidden />
              {t.pe_remove()}
            </Button>
          )}
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={describe.isPending || crop.isPending}
            disabledReason={alt.zh.trim() ? undefined : t.pe_alt_needed()}
            onPress={() => void save()}
          >
            {t.pe_save()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <CropBox
          src={src}
          size={size}
          area={shape === 'whole' ? undefined : area}
          square={shape === 'square'}
          onSize={setSize}
          onArea={setArea}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Segmented
            label={t.pe_crop()}
            value={shape}
            onValueChange={choose}
            segments={[
              { value: 'whole', label: t.pe_crop_whole() },
              { value: 'square', label: t.pe_crop_square() },
              { value: 'free', label: t.pe_crop_free() },
            ]}
          />
          {shape !== 'whole' && <span className="text-sm text-muted">{t.pe_crop_hint()}</span>}
        </div>
        <BothFields
          path="alt"
          labels={{ zh: t.pe_alt_zh(), en: t.pe_alt_en() }}
          value={alt}
          onChange={setAlt}
          hint={t.pe_alt_hint()}
        />
        <SelectField
          label={t.pe_picture_variant()}
          value={skuId}
          onValueChange={setSkuId}
          options={[
            { value: '', label: t.pe_all_variants() },
            ...product.variants.map((variant) => ({
              value: variant.id,
              label: `${optionText(product.axes, variant.options, say)} ${variant.itemNumber}`.trim(),
            })),
          ]}
        />
      </div>
    </Dialog>
  );
};
