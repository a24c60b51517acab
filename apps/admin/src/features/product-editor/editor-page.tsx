import { Link, useBlocker, useNavigate } from '@tanstack/react-router';
import {
  Breadcrumbs,
  Button,
  ConfirmDialog,
  cx,
  DateText,
  IconButton,
  Menu,
  Notice,
  Skeleton,
  toast,
} from '@tradeline/ui';
import { Copy, Ellipsis, Eye, History, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { searchOf } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { AttributesSection } from './attributes-section.tsx';
import { AxesSection } from './axes-section.tsx';
import { BasicsSection } from './basics-section.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { dropKept } from './draft-keeper.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import type { Choices, Product } from './form-model.ts';
import { HistoryDrawer } from './history-drawer.tsx';
import { PicturesSection } from './pictures-section.tsx';
import { PublishCard } from './publish-card.tsx';
import { TrackingCard } from './tracking-card.tsx';
import { useEditor } from './use-editor.ts';
import { VariantsSection } from './variants-section.tsx';

/** Loads a product for editing. */
export const EditorPage = ({ productId }: { productId: string }) => {
  const product = trpc.products.get.useQuery({ id: productId });
  const choices = trpc.products.choices.useQuery(undefined, { staleTime: 60_000 });
  if (product.error && !product.data) return <LoadError error={product.error} onRetry={() => void product.refetch()} />;
  if (!product.data)
    return (
      <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-4 p-5" aria-busy>
        <Skeleton className="h-14 w-80" />
        <Skeleton className="h-96 w-full rounded-lg" />
      </div>
    );
  return <ProductEditor key={productId} product={product.data} choices={choices.data} />;
};

const goTo = (section: string) => {
  const target = document.getElementById(section);
  target?.scrollIntoView({ block: 'start' });
  target?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
};

const ProductEditor = ({ product, choices }: { product: Product; choices: Choices | undefined }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const editor = useEditor(product);
  const { base, dirty, problems, save } = editor;
  const [history, setHistory] = useState(false);
  const [duplicating, setDuplicating] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !deleting,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const remove = trpc.products.remove.useMutation({
    onSuccess: async () => {
      dropKept(base.id);
      await utils.catalog.products.invalidate();
      toast.success(t.pe_deleted());
      await navigate({ to: '/products', search: searchOf('products') });
    },
    onError: (error) => {
      setDeleting(false);
      toast.error(problemText(error, words));
    },
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void save();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  // After a save that was refused the focus goes to the first field that is wrong.
  const first = problems[0]?.path;
  useEffect(() => {
    if (!first) return;
    const exact = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(first)}"]`);
    const row = /^variants\.\d+/.exec(first)?.[0];
    const found = exact ?? (row ? document.querySelector<HTMLElement>(`[data-path="${row}"] [aria-invalid]`) : null);
    found?.focus();
  }, [first]);

  const used = base.variants.some((variant) => variant.used);
  const sections = [
    ['basics', t.pe_section_basics()],
    ['attributes', t.pe_section_attributes()],
    ['axes', t.pe_section_axes()],
    ['variants', t.pe_section_variants()],
    ['tracking', t.stock_tracking()],
    ['pictures', t.pe_pictures()],
    ['documents', t.pe_documents()],
  ] as const;
  return (
    <div className="flex min-h-full flex-col">
      <header className="sticky top-13 z-20 border-b border-line bg-canvas/95 backdrop-blur md:top-0">
        <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-1 px-4 pt-2.5 md:px-5">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1">
              <Breadcrumbs
                steps={[
                  {
                    key: 'products',
                    node: (
                      <Link to="/products" search={searchOf('products')}>
                        {t.products_title()}
                      </Link>
                    ),
                  },
                  {
                    key: 'product',
                    node: (
                      <Link to="/products/$productId" params={{ productId: base.id }}>
                        {base.number}
                      </Link>
                    ),
                  },
                  { key: 'edit', node: <span>{t.pe_edit()}</span> },
                ]}
              />
              <h1 className="truncate text-lg font-semibold tracking-tight">{say(base.name)}</h1>
            </div>
            <span role="status" className="hidden text-sm text-muted lg:block">
              {dirty ? (
                t.pe_unsaved()
              ) : base.lastSaved ? (
                <>
                  {t.pe_last_saved({ name: base.lastSaved.by })} <DateText at={base.lastSaved.at} />
                </>
              ) : (
                ''
              )}
            </span>
            <div className="flex items-center gap-2">
              <Menu
                trigger={<IconButton plain look="secondary" label={t.pe_more()} icon={<Ellipsis aria-hidden />} />}
                entries={[
                  {
                    key: 'view',
                    label: t.pe_view(),
                    icon: <Eye aria-hidden />,
                    link: <Link to="/products/$productId" params={{ productId: base.id }} />,
                  },
                  {
                    key: 'history',
                    label: t.pe_history(),
                    icon: <History aria-hidden />,
                    onPress: () => setHistory(true),
                  },
                  {
                    key: 'duplicate',
                    label: t.pe_duplicate(),
                    icon: <Copy aria-hidden />,
                    disabledReason: dirty ? t.pe_save_first() : undefined,
                    onPress: () => setDuplicating(true),
                  },
                  {
                    key: 'delete',
                    label: t.pe_delete_draft(),
                    icon: <Trash2 aria-hidden />,
                    destructive: true,
                    disabledReason:
                      base.status !== 'draft' ? t.pe_refusal_not_draft() : used ? t.pe_variant_used() : undefined,
                    onPress: () => setDeleting(true),
                  },
                ]}
              />
              <Button
                look="primary"
                pending={editor.saving}
                disabledReason={dirty ? undefined : t.pe_nothing_to_save()}
                onPress={() => void save()}
              >
                {t.pe_save()}
              </Button>
            </div>
          </div>
          <nav aria-label={t.pe_sections()} className="-mx-1 flex overflow-x-auto [scrollbar-width:none]">
            {sections.map(([id, label]) => (
              <button
                key={id}
                type="button"
                onClick={() => goTo(id)}
                className={cx(
                  'h-9 shrink-0 rounded-t-md px-2.5 text-base text-muted hover:text-ink focus-visible:outline-offset-[-2px]',
                )}
              >
                {label}
              </button>
            ))}
          </nav>
        </div>
      </header>
      <div className="mx-auto grid w-full max-w-[90rem] items-start gap-4 p-4 md:p-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-4 lg:row-span-2">
          {editor.restored && dirty && (
            <Notice
              live
              tone={editor.restored.stale ? 'warning' : 'info'}
              action={<Button onPress={() => void editor.discard()}>{t.pe_discard()}</Button>}
            >
              {editor.restored.stale ? t.pe_restored_stale() : t.pe_restored()}{' '}
              <DateText at={editor.restored.at as never} />
            </Notice>
          )}
          {problems.length > 0 && (
            <Notice live tone="danger">
              {t.pe_refusal_invalid({ count: problems.length })}
            </Notice>
          )}
          {editor.failure !== undefined && problems.length === 0 && (
            <Notice live tone="danger">
              {problemText(editor.failure, words)}
            </Notice>
          )}
          <BasicsSection editor={editor} choices={choices} />
          <AttributesSection editor={editor} />
          <AxesSection editor={editor} />
          <VariantsSection editor={editor} />
          <TrackingCard productId={base.id} />
          <PicturesSection editor={editor} />
          <DocumentsSection editor={editor} />
        </div>
        <aside className="-order-1 min-w-0 lg:sticky lg:top-28 lg:order-none">
          <PublishCard editor={editor} onGo={goTo} />
        </aside>
      </div>
      <HistoryDrawer product={base} choices={choices} open={history} onClose={() => setHistory(false)} />
      <ConflictDialog editor={editor} choices={choices} />
      {duplicating && <DuplicateDialog product={base} onClose={() => setDuplicating(false)} />}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        destructive
        pending={remove.isPending}
        title={t.pe_delete_title()}
        confirmLabel={t.pe_delete_draft()}
        cancelLabel={t.cancel()}
        onConfirm={() => remove.mutate({ id: base.id, expectedVersion: base.version })}
      >
        {t.pe_delete_body({
          variants: base.variants.length,
          pictures: base.pictures.length,
          documents: base.documents.length,
        })}
      </ConfirmDialog>
      <ConfirmDialog
        open={blocker.status === 'blocked'}
        onOpenChange={(open) => !open && blocker.reset?.()}
        title={t.pe_leave_title()}
        confirmLabel={t.pe_leave()}
        cancelLabel={t.pe_stay()}
        onConfirm={() => blocker.proceed?.()}
      >
        {t.pe_leave_body()}
      </ConfirmDialog>
    </div>
  );
};
