import { Link } from '@tanstack/react-router';
import { openPicks } from '@tradeline/domain/fulfilment';
import { Breadcrumbs, Button, ConfirmDialog, Meter, PageHeader, Skeleton, StatusBadge, toast } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { PaperLink } from '../../lib/paper-link.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { ListDone } from './list-done.tsx';
import { groupText, listStateText, listTone } from './picking-words.ts';
import { ScanCard } from './scan-card.tsx';
import { StopRows } from './stop-rows.tsx';

export type PickListView = Outputs['picking']['list'];
export type Stop = PickListView['lines'][number];

/** One walk: the shelf to go to now, large, and all stops of the list below (beside it on a wide screen). */
export const ListPage = ({ listId }: { listId: string }) => {
  const words = useWords();
  const { t, quantity, list: join } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayPick = useMay('order.pick');
  const [chosen, setChosen] = useState<string>();
  const [giving, setGiving] = useState(false);
  const { data: list, error, refetch } = trpc.picking.list.useQuery({ id: listId });
  const cancel = trpc.picking.cancel.useMutation({
    onError: (problem) => toast.error(problemText(problem, words)),
    onSettled: async () => {
      await utils.picking.invalidate();
      setGiving(false);
    },
  });
  if (error && !list) return <LoadError error={error} onRetry={() => void refetch()} />;
  const open = list?.state === 'open' && mayPick;
  const isOpen = (stop: Stop) => openPicks(stop) > 0;
  const stop = list?.lines.find((line) => line.id === chosen && isOpen(line)) ?? list?.lines.find(isOpen);
  const said = list && t.fulfil_progress_of({ done: quantity(list.doneStops), count: quantity(list.stops) });
  return (
    <div className="mx-auto w-full max-w-6xl p-4 md:p-5">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              {
                key: 'lists',
                node: (
                  <Link to="/picking/lists" search={{ page: 1 }}>
                    {t.fulfil_lists()}
                  </Link>
                ),
              },
              { key: 'list', node: <span>{list?.number ?? '…'}</span> },
            ]}
          />
        }
        title={list?.number ?? '…'}
        badge={list && <StatusBadge tone={listTone(list.state)}>{listStateText(list.state, t)}</StatusBadge>}
        meta={
          list &&
          join([
            say(list.warehouseName),
            groupText(list.groupedBy, list.groupKey, say(list.groupName), t),
            t.fulfil_orders_count({ n: quantity(list.orders) }),
            ...(list.pickers.length > 0 ? [t.fulfil_picked_by({ names: list.pickers.join('、') })] : []),
          ])
        }
        actions={
          <>
            <PaperLink path={`picking/${listId}/pick-list.pdf`}>{t.fulfil_print_list()}</PaperLink>
            {list?.state === 'done' && (
              <PaperLink path={`picking/${listId}/labels.pdf`}>{t.fulfil_print_labels()}</PaperLink>
            )}
            {open && <Button onPress={() => setGiving(true)}>{t.fulfil_give_up()}</Button>}
          </>
        }
      />
      {list && said && (
        <div className="mb-4 flex items-center gap-3">
          <Meter
            className="flex-1"
            label={t.fulfil_progress()}
            value={list.doneStops}
            max={list.stops}
            valueText={said}
          />
          <span className="tabular text-sm text-muted">{said}</span>
        </div>
      )}
      {list ? (
        <div className={open ? 'grid items-start gap-4 lg:grid-cols-[26rem_minmax(0,1fr)]' : 'flex flex-col gap-4'}>
          {open ? (
            <div className="lg:sticky lg:top-4">
              <ScanCard list={list} stop={stop} onChoose={setChosen} />
            </div>
          ) : (
            <ListDone list={list} />
          )}
          <StopRows lines={list.lines} current={open ? stop?.id : undefined} onChoose={open ? setChosen : undefined} />
        </div>
      ) : (
        <Skeleton className="h-80 w-full rounded-lg" />
      )}
      {list && (
        <ConfirmDialog
          open={giving}
          onOpenChange={setGiving}
          title={t.fulfil_give_up_title({ number: list.number })}
          confirmLabel={t.fulfil_give_up()}
          cancelLabel={t.cancel()}
          destructive
          pending={cancel.isPending}
          onConfirm={() => cancel.mutate({ id: listId })}
        >
          {t.fulfil_give_up_body({
            open: quantity(list.stops - list.doneStops),
            picked: quantity(list.picked),
          })}
        </ConfirmDialog>
      )}
    </div>
  );
};
