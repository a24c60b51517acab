import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Breadcrumbs, Button, Skeleton, StatusBadge, Tabs } from '@tradeline/ui';
import { Copy, Pencil, Power } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { priceKindText } from '../../lib/price-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { audienceText, windowText } from './audience-text.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { ListDialog } from './list-dialog.tsx';
import { PriceGrid } from './price-grid.tsx';
import { stateText, stateTone } from './price-text.ts';
import type { GridSearch } from './prices-search.ts';
import { SwitchDialog } from './switch-dialog.tsx';
import { VersionList } from './version-list.tsx';

/** One price list: its goods and prices with the draft over them, and the versions it had. */
export const PriceListPage = ({ listId, search }: { listId: string; search: GridSearch }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate({ from: '/prices/$listId/' });
  const [mayEdit, mayPublish] = [useMay('price.edit'), useMay('price.publish')];
  const [dialog, setDialog] = useState<'edit' | 'copy' | 'switch'>();
  const { data: list, error, refetch } = trpc.prices.list.useQuery({ id: listId });
  if (error && !list) return <LoadError error={error} onRetry={() => void refetch()} />;
  const close = () => setDialog(undefined);
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-1.5 px-4 pt-3 md:pt-4">
        <Breadcrumbs
          steps={[
            { key: 'prices', node: <Link to="/prices">{t.prices_title()}</Link> },
            { key: 'list', node: <span>{list?.code ?? '…'}</span> },
          ]}
        />
        {list ? (
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-xl font-semibold tracking-tight">{say(list.name)}</h1>
              <StatusBadge tone={stateTone(list.state)}>{stateText(list.state, t)}</StatusBadge>
              <Badge>{priceKindText(list.kind, t)}</Badge>
              <span className="text-sm text-muted">
                {audienceText(list, say, words)} · {windowText(list, words)}
                {list.priority !== 0 && ` · ${t.prices_priority_of({ n: list.priority })}`}
              </span>
            </div>
            <div className="flex flex-wrap gap-2">
              <Button
                size="sm"
                disabledReason={mayEdit ? undefined : t.prices_edit_denied()}
                onPress={() => setDialog('copy')}
              >
                <Copy aria-hidden />
                {t.prices_copy()}
              </Button>
              <Button
                size="sm"
                disabledReason={mayEdit ? undefined : t.prices_edit_denied()}
                onPress={() => setDialog('edit')}
              >
                <Pencil aria-hidden />
                {t.prices_edit()}
              </Button>
              <Button
                size="sm"
                disabledReason={mayPublish ? undefined : t.prices_publish_denied()}
                onPress={() => setDialog('switch')}
              >
                <Power aria-hidden />
                {list.active ? t.prices_deactivate() : t.prices_activate()}
              </Button>
            </div>
          </div>
        ) : (
          <Skeleton className="h-8 w-80" />
        )}
        {list?.note && <p className="text-sm text-muted">{list.note}</p>}
        <Tabs<GridSearch['tab']>
          label={t.prices_tabs()}
          className="-mx-4 px-4"
          value={search.tab}
          onValueChange={(tab) => void navigate({ search: (old) => ({ ...old, tab }) })}
          items={[
            { key: 'prices', label: t.prices_tab_prices() },
            { key: 'versions', label: t.prices_tab_versions() },
          ]}
        />
      </header>
      {list && search.tab === 'prices' && <PriceGrid list={list} search={search} />}
      {list && search.tab === 'versions' && <VersionList list={list} />}
      {list && dialog === 'edit' && <ListDialog list={list} onClose={close} />}
      {list && dialog === 'copy' && <CopyDialog list={list} onClose={close} />}
      {list && dialog === 'switch' && <SwitchDialog list={list} onClose={close} />}
    </div>
  );
};
