import { Button, Card, CardHeader, IconButton, TextField, toast } from '@tradeline/ui';
import { ArrowDown, ArrowUp, Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { DropArea } from './drop-area.tsx';
import type { Product } from './form-model.ts';
import { moveItem } from './move-item.ts';
import type { Editor } from './use-editor.ts';
import { useUploads } from './use-uploads.ts';

type Document = Product['documents'][number];

/** PDFs beside the goods: data sheets, certificates, manuals. Changed at once, like pictures. */
export const DocumentsSection = ({ editor }: { editor: Editor }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const { base } = editor;
  const fresh = () =>
    Promise.all([utils.products.get.invalidate({ id: base.id }), utils.products.history.invalidate()]);
  const settle = { onSuccess: fresh, onError: (error: unknown) => toast.error(problemText(error, words)) };
  const add = trpc.products.addDocument.useMutation();
  const rename = trpc.products.renameDocument.useMutation(settle);
  const remove = trpc.products.removeDocument.useMutation(settle);
  const sort = trpc.products.sortMedia.useMutation(settle);
  const uploads = useUploads('product-document', async (uploadId, file) => {
    const name = file.name.replace(/\.pdf$/i, '').trim() || t.pe_document();
    await add.mutateAsync({ productId: base.id, uploadId, name: { zh: name.slice(0, 120) } });
    await fresh();
  });
  const ids = base.documents.map(({ id }) => id);
  const move = (from: number, to: number) =>
    sort.mutate({ productId: base.id, what: 'documents', ids: moveItem(ids, from, to) });
  return (
    <Card id="documents" className="scroll-mt-28">
      <CardHeader title={t.pe_documents()} aside={<span className="hidden sm:inline">{t.pe_at_once()}</span>} />
      <div className="flex flex-col gap-3 p-4">
        <DropArea
          label={t.pe_choose_documents()}
          hint={t.pe_documents_hint()}
          accept="application/pdf"
          files={uploads.files}
          onFiles={(files) => void uploads.send(files)}
          onDismiss={uploads.dismiss}
        />
        {base.documents.map((document, i) => (
          <DocumentRow
            key={document.id}
            document={document}
            first={i === 0}
            last={i === ids.length - 1}
            onMove={(by) => move(i, i + by)}
            onRename={(name) => rename.mutate({ productId: base.id, documentId: document.id, name })}
            onRemove={() => remove.mutate({ productId: base.id, documentId: document.id })}
          />
        ))}
      </div>
    </Card>
  );
};

const DocumentRow = ({
  document,
  first,
  last,
  onMove,
  onRename,
  onRemove,
}: {
  document: Document;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
  onRename: (name: { zh: string; en: string }) => void;
  onRemove: () => void;
}) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const [zh, setZh] = useState(document.name.zh);
  const [en, setEn] = useState(document.name.en ?? '');
  const [removing, setRemoving] = useState(false);
  const name = say(document.name);
  const keep = () => {
    if (!zh.trim()) setZh(document.name.zh);
    else if (zh !== document.name.zh || en !== (document.name.en ?? '')) onRename({ zh, en });
  };
  return (
    <div className="grid items-end gap-2 rounded-md border border-line p-2 md:grid-cols-[1fr_1fr_auto_auto] md:border-0 md:p-0">
      <TextField label={t.pe_document_zh()} value={zh} onChange={(event) => setZh(event.target.value)} onBlur={keep} />
      <TextField
        optional
        label={t.pe_document_en()}
        value={en}
        onChange={(event) => setEn(event.target.value)}
        onBlur={keep}
      />
      <span className="tabular self-center text-sm whitespace-nowrap text-muted md:pt-5">
        {quantity(Math.max(1, Math.round(document.bytes / 1024)))} KB
      </span>
      <span className="flex items-center">
        <a
          href={`/files/documents/${document.file}`}
          download={`${name}.pdf`}
          aria-label={t.pe_download_named({ name })}
          className="grid size-9 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
        >
          <Download aria-hidden className="size-4" />
        </a>
        <IconButton
          label={t.pe_move_up_named({ name })}
          icon={<ArrowUp aria-hidden />}
          disabledReason={first ? t.pe_is_first() : undefined}
          onPress={() => onMove(-1)}
        />
        <IconButton
          label={t.pe_move_down_named({ name })}
          icon={<ArrowDown aria-hidden />}
          disabledReason={last ? t.pe_is_last() : undefined}
          onPress={() => onMove(1)}
        />
        {removing ? (
          <Button look="danger" size="sm" onPress={onRemove}>
            {t.pe_remove_for_good()}
          </Button>
        ) : (
          <IconButton
            label={t.pe_remove_named({ name })}
            icon={<Trash2 aria-hidden />}
            onPress={() => setRemoving(true)}
          />
        )}
      </span>
    </div>
  );
};
