import { Badge, Card, CardHeader, cx, IconButton, toast } from '@tradeline/ui';
import { ArrowLeft, ArrowRight, Pencil } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { Picture } from '../../lib/picture.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { DropArea } from './drop-area.tsx';
import { moveItem } from './move-item.ts';
import { PictureDialog } from './picture-dialog.tsx';
import type { Editor } from './use-editor.ts';
import { useUploads } from './use-uploads.ts';

/** Pictures are changed at once, not with the form: sent, sorted by dragging or with Alt and the arrow keys, described, cropped. */
export const PicturesSection = ({ editor }: { editor: Editor }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const { base } = editor;
  const [order, setOrder] = useState<readonly string[]>();
  const [dragged, setDragged] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const fresh = () =>
    Promise.all([utils.products.get.invalidate({ id: base.id }), utils.products.history.invalidate()]);
  const add = trpc.products.addPicture.useMutation();
  const sort = trpc.products.sortMedia.useMutation({
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: async () => {
      await fresh();
      setOrder(undefined);
    },
  });
  const uploads = useUploads('product-picture', async (uploadId) => {
    await add.mutateAsync({
      productId: base.id,
      uploadId,
      alt: { zh: base.name.zh, ...(base.name.en ? { en: base.name.en } : {}) },
    });
    await fresh();
  });
  const pictures = order
    ? order.flatMap((id) => base.pictures.find((picture) => picture.id === id) ?? [])
    : base.pictures;
  const ids = pictures.map(({ id }) => id);
  const move = (id: string, to: number) => {
    const from = ids.indexOf(id);
    if (to < 0 || to >= ids.length || from === to || sort.isPending) return;
    const next = moveItem(ids, from, to);
    setOrder(next);
    sort.mutate({ productId: base.id, what: 'pictures', ids: next });
  };
  const onKeyDown = (event: KeyboardEvent, id: string, i: number) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    move(id, i + by);
  };
  const current = base.pictures.find((picture) => picture.id === opened);
  return (
    <Card id="pictures" className="scroll-mt-28">
      <CardHeader title={t.pe_pictures()} aside={<span className="hidden sm:inline">{t.pe_at_once()}</span>} />
      <div className="flex flex-col gap-3 p-4">
        <DropArea
          label={t.pe_choose_pictures()}
          hint={t.pe_pictures_hint()}
          accept="image/png,image/jpeg,image/webp,image/gif"
          files={uploads.files}
          onFiles={(files) => void uploads.send(files)}
          onDismiss={uploads.dismiss}
        />
        {pictures.length > 0 && (
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
            {pictures.map((picture, i) => {
              const variant = base.variants.find((each) => each.id === picture.skuId);
              return (
                <li
                  key={picture.id}
                  draggable
                  onDragStart={() => setDragged(picture.id)}
                  onDragEnd={() => setDragged(undefined)}
                  onDragOver={(event) => dragged && event.preventDefault()}
                  onDrop={(event) => {
                    if (!dragged) return;
                    event.preventDefault();
                    move(dragged, i);
                    setDragged(undefined);
                  }}
                  className={cx(
                    'flex flex-col overflow-hidden rounded-lg border border-line',
                    dragged === picture.id && 'opacity-50',
                  )}
                >
                  <button
                    type="button"
                    aria-label={t.pe_edit_picture({ n: i + 1, name: say(picture.alt) })}
                    onClick={() => setOpened(picture.id)}
                    onKeyDown={(event) => onKeyDown(event, picture.id, i)}
                    className="block focus-visible:outline-offset-[-2px]"
                  >
                    <Picture picture={picture} sizes="220px" className="rounded-none" />
                  </button>
                  <div className="flex items-center gap-1 border-t border-line px-1 py-1">
                    <span className="min-w-0 flex-1 truncate pl-1.5 text-sm text-muted">
                      {i === 0 ? (
                        <Badge>{t.pe_main_picture()}</Badge>
                      ) : variant ? (
                        optionText(base.axes, variant.options, say) || variant.itemNumber
                      ) : (
                        say(picture.alt)
                      )}
                    </span>
                    <IconButton
                      size="sm"
                      label={t.pe_earlier()}
                      icon={<ArrowLeft aria-hidden />}
                      disabledReason={i === 0 ? t.pe_is_first() : undefined}
                      onPress={() => move(picture.id, i - 1)}
                    />
                    <IconButton
                      size="sm"
                      label={t.pe_later()}
                      icon={<ArrowRight aria-hidden />}
                      disabledReason={i === ids.length - 1 ? t.pe_is_last() : undefined}
                      onPress={() => move(picture.id, i + 1)}
                    />
                    <IconButton
                      size="sm"
                      label={t.pe_edit()}
                      icon={<Pencil aria-hidden />}
                      onPress={() => setOpened(picture.id)}
                    />
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {current && (
        <PictureDialog
          key={current.id}
          product={base}
          picture={current}
          onClose={() => setOpened(undefined)}
          onChanged={fresh}
        />
      )}
    </Card>
  );
};
