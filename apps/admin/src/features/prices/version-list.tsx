import { Link } from '@tanstack/react-router';
import { Badge, Button, type Column, DataTable, DateText, EmptyState, SelectField } from '@tradeline/ui';
import { History, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { RollBackDialog } from './roll-back-dialog.tsx';
import { VersionDiff } from './version-diff.tsx';

type Row = Outputs['prices']['versions'][number];

/** Drafts and published versions of a list; any two are compared, and each published one can be taken back. */
export const VersionList = ({ list }: { list: Outputs['prices']['list'] }) => {
  const { t, quantity } = useWords();
  const mayEdit = useMay('price.edit');
  const versions = trpc.prices.versions.useQuery({ listId: list.id });
  const [undoing, setUndoing] = useState<Row>();
  const [pair, setPair] = useState<{ from: number; to: number }>();
  const numbers = [...Array(list.version + 1).keys()].reverse();
  const options = numbers.map((number) => ({
    value: String(number),
    label: number === 0 ? t.prices_version_start() : t.prices_version({ number }),
  }));
  const shown = pair ?? (list.version > 0 ? { from: list.version - 1, to: list.version } : undefined);
  const columns: Column<Row>[] = [
    {
      id: 'version',
      header: t.prices_column_version(),
      card: 'title',
      width: 'whitespace-nowrap',
      cell: (row) =>
        row.number === null ? (
          <Link
            to="/prices/$listId/drafts/$versionId"
            params={{ listId: list.id, versionId: row.id }}
            className="hover:underline"
          >
            <Badge tone="info">{t.prices_draft()}</Badge>
          </Link>
        ) : (
          <span className="font-medium">{t.prices_version({ number: row.number })}</span>
        ),
    },
    {
      id: 'note',
      header: t.prices_note(),
      width: 'w-full min-w-40',
      cell: (row) => (
        <span>
          {row.undoes !== null && <Badge tone="warning">{t.prices_undoes({ number: row.undoes })}</Badge>} {row.note}
        </span>
      ),
    },
    {
      id: 'size',
      header: t.prices_column_size(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => t.prices_size({ changes: quantity(row.changes), skus: quantity(row.skus) }),
    },
    {
      id: 'when',
      header: t.prices_column_when(),
      width: 'whitespace-nowrap',
      cell: (row) => <DateText at={row.publishedAt ?? row.createdAt} />,
    },
    {
      id: 'who',
      header: t.prices_column_who(),
      width: 'whitespace-nowrap',
      cell: (row) => row.publishedByName ?? row.createdByName,
    },
    {
      id: 'undo',
      header: t.prices_column_actions(),
      align: 'end',
      card: 'aside',
      cell: (row) =>
        row.number !== null && (
          <Button
            size="sm"
            look="quiet"
            disabledReason={mayEdit ? undefined : t.prices_edit_denied()}
            onPress={() => setUndoing(row)}
          >
            <RotateCcw aria-hidden />
            {t.prices_roll_back()}
          </Button>
        ),
    },
  ];
  return (
    <div className="flex-1 overflow-auto border-t border-line bg-surface md:min-h-0">
      <DataTable
        dense
        label={t.prices_tab_versions()}
        columns={columns}
        rows={versions.data}
        rowKey={(row) => row.id}
        rowName={(row) => (row.number === null ? t.prices_draft() : t.prices_version({ number: row.number }))}
        error={
          versions.error && !versions.data ? (
            <LoadError error={versions.error} onRetry={() => void versions.refetch()} />
          ) : undefined
        }
        empty={
          <EmptyState icon={<History aria-hidden />} title={t.prices_versions_empty()}>
            {t.prices_versions_empty_body()}
          </EmptyState>
        }
      />
      {shown && (
        <section className="border-t border-line p-4">
          <div className="flex flex-wrap items-end gap-3 pb-3">
            <h2 className="mr-2 flex h-9 w-full items-center text-md font-semibold sm:w-auto">{t.prices_compare()}</h2>
            <SelectField
              className="w-40"
              label={t.prices_compare_from()}
              value={String(shown.from)}
              onValueChange={(from) => setPair({ ...shown, from: Number(from) })}
              options={options}
            />
            <SelectField
              className="w-40"
              label={t.prices_compare_to()}
              value={String(shown.to)}
              onValueChange={(to) => setPair({ ...shown, to: Number(to) })}
              options={options}
            />
          </div>
          <VersionDiff key={`${shown.from} ${shown.to}`} listId={list.id} from={shown.from} to={shown.to} />
        </section>
      )}
      {undoing && <RollBackDialog listId={list.id} version={undoing} onClose={() => setUndoing(undefined)} />}
    </div>
  );
};
