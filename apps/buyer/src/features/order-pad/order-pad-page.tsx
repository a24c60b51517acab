import { Button, Card, CardHeader, PageHeader } from '@tradeline/ui';
import { ShoppingCart } from 'lucide-react';
import { PhoneBar } from '../../lib/phone-bar.tsx';
import { useWords } from '../../lib/words.ts';
import { PadLineRow } from './pad-line-row.tsx';
import { QuickLine } from './quick-line.tsx';
import { SuggestedOrder } from './suggested-order.tsx';
import { UnreadLines } from './unread-lines.tsx';
import { useInSight } from './use-in-sight.ts';
import { useOrderPad } from './use-order-pad.ts';
import { usePastOrder } from './use-past-order.ts';
import { WrittenOrder } from './written-order.tsx';

/** Every quick way into the cart: numbers typed line by line, anything pasted, a file, the camera. All end in one list to look through. */
export const OrderPadPage = ({ from, onTaken }: { from?: string | undefined; onTaken: () => void }) => {
  const { t } = useWords();
  const pad = useOrderPad();
  usePastOrder(pad, from, onTaken);
  const show = useInSight();
  const open = pad.states.filter(({ now }) => now.state !== 'ready' && now.state !== 'skipped').length;
  const addButton = (
    <Button
      look="primary"
      className="w-full md:w-auto"
      pending={pad.adding}
      disabledReason={pad.wanted.length === 0 ? (open > 0 ? t.pad_fix_first() : t.pad_nothing()) : undefined}
      onPress={pad.add}
    >
      <ShoppingCart aria-hidden />
      {pad.wanted.length > 0 ? t.pad_add({ count: pad.wanted.length }) : t.goods_add()}
    </Button>
  );
  const summary =
    pad.states.length === 0
      ? t.pad_nothing()
      : open > 0
        ? t.pad_summary_open({ ready: pad.wanted.length, open })
        : t.pad_summary({ ready: pad.wanted.length });
  return (
    <>
      <PageHeader title={t.pad_title()} meta={t.pad_lead()} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 pb-20 md:pb-0 lg:grid-cols-[22rem_minmax(0,1fr)] lg:gap-6">
        <div className="flex flex-col gap-4 lg:sticky lg:top-20">
          <Card className="p-4">
            <QuickLine pad={pad} />
          </Card>
          <Card className="p-4">
            <WrittenOrder pad={pad} onRead={show} />
          </Card>
          <SuggestedOrder pad={pad} onSuggested={show} />
        </div>
        <Card>
          <CardHeader
            title={t.pad_list()}
            aside={
              pad.states.length > 0 && (
                <Button look="quiet" size="sm" onPress={pad.clear}>
                  {t.pad_clear()}
                </Button>
              )
            }
          />
          {pad.states.length === 0 && pad.words.length === 0 ? (
            <div className="px-4 py-10 text-center text-muted">
              <p className="font-medium text-ink">{t.pad_empty_title()}</p>
              <p className="mx-auto mt-1 max-w-prose">{t.pad_empty_body()}</p>
            </div>
          ) : (
            <ul aria-label={t.pad_list()} className="divide-y divide-line border-t border-line">
              {pad.states.map(({ line, now }) => (
                <PadLineRow key={line.key} line={line} now={now} pad={pad} />
              ))}
            </ul>
          )}
          <UnreadLines pad={pad} />
          <div className="sticky bottom-0 hidden items-center justify-between gap-4 rounded-b-lg border-t border-line bg-surface px-4 py-3 md:flex">
            <p aria-live="polite" className="text-muted">
              {summary}
            </p>
            {addButton}
          </div>
        </Card>
      </div>
      <PhoneBar label={t.pad_list()} amount={<span className="text-base font-normal">{summary}</span>}>
        {addButton}
      </PhoneBar>
    </>
  );
};
