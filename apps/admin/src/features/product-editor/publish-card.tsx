import { mayPublish, nextSwitch } from '@tradeline/domain/catalog';
import { Button, Card, CardHeader, ConfirmDialog, DateText, StatusBadge, toast } from '@tradeline/ui';
import { CalendarClock, CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { missingText } from '../../lib/missing-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { productStatusText, productStatusTone } from '../../lib/product-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { PlanDialog } from './plan-dialog.tsx';
import type { Editor } from './use-editor.ts';

const places = {
  variants: 'variants',
  price: 'variants',
  attribute: 'attributes',
  picture: 'pictures',
  'english-name': 'basics',
  description: 'basics',
} as const;

/** Whether customers see it, what is missing before they may, and when that changes by itself. */
export const PublishCard = ({ editor, onGo }: { editor: Editor; onGo: (section: string) => void }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const { base, dirty } = editor;
  const [asking, setAsking] = useState(false);
  const [planning, setPlanning] = useState(false);
  const consequences = trpc.products.consequences.useQuery({ ids: [base.id] }, { enabled: asking });
  const setLife = trpc.products.setLife.useMutation({
    onSuccess: async (life) => {
      await Promise.all([utils.products.invalidate(), utils.catalog.invalidate()]);
      toast.success(life.status === 'published' ? t.pe_is_published() : t.pe_is_hidden());
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const run = (action: 'publish' | 'withdraw') => {
    setAsking(false);
    setLife.mutate({ id: base.id, expectedVersion: base.version, wish: { action } });
  };
  const attributeName = (code: string) => say(base.definitions.find((each) => each.code === code)?.name) || code;
  const published = base.status === 'published';
  const ready = mayPublish(base.missing);
  const due = nextSwitch(base);
  return (
    <Card id="publish" className="scroll-mt-28">
      <CardHeader
        title={t.pe_section_publish()}
        aside={<StatusBadge tone={productStatusTone(base.status)}>{productStatusText(base.status, t)}</StatusBadge>}
      />
      <div className="flex flex-col gap-3 p-4">
        {base.missing.length === 0 ? (
          <p className="flex items-center gap-2 text-success-ink">
            <CircleCheck aria-hidden className="size-4 shrink-0" />
            {t.pe_all_there()}
          </p>
        ) : (
          <ul className="flex flex-col gap-1">
            {base.missing.map((part) => (
              <li key={`${part.what}${part.items?.join()}`}>
                <button
                  type="button"
                  onClick={() => onGo(places[part.what])}
                  className="flex w-full items-start gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover"
                >
                  {part.must ? (
                    <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-ink" />
                  ) : (
                    <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
                  )}
                  <span>
                    {missingText(part, t, attributeName)}
                    <span className="ml-1.5 text-sm text-faint">{part.must ? t.pe_must() : t.pe_should()}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {due && (
          <p className="flex items-center gap-2 rounded-md bg-info-soft px-2.5 py-1.5 text-info-ink">
            <CalendarClock aria-hidden className="size-4 shrink-0" />
            <span>
              {published ? t.pe_leaves_at() : t.pe_goes_live_at()} <DateText at={due} />
            </span>
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {published ? (
            <Button
              pending={setLife.isPending}
              disabledReason={dirty ? t.pe_save_first() : undefined}
              onPress={() => setAsking(true)}
            >
              {t.pe_withdraw()}
            </Button>
          ) : (
            <Button
              look="primary"
              pending={setLife.isPending}
              disabledReason={dirty ? t.pe_save_first() : ready ? undefined : t.pe_not_ready()}
              onPress={() => run('publish')}
            >
              {t.pe_publish()}
            </Button>
          )}
          <Button disabledReason={dirty ? t.pe_save_first() : undefined} onPress={() => setPlanning(true)}>
            <CalendarClock aria-hidden />
            {t.pe_plan()}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.pe_withdraw_title()}
        confirmLabel={t.pe_withdraw()}
        cancelLabel={t.cancel()}
        onConfirm={() => run('withdraw')}
      >
        {consequences.data ? t.pe_withdraw_consequences(consequences.data) : t.loading()}
      </ConfirmDialog>
      {planning && <PlanDialog product={base} onClose={() => setPlanning(false)} />}
    </Card>
  );
};
