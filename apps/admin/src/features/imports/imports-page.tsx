import { Link, useNavigate } from '@tanstack/react-router';
import { Button, buttonClass, type Column, DataTable, DateText, EmptyState, Meter, StatusBadge } from '@tradeline/ui';
import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ExportDialog } from './export-dialog.tsx';
import { aboutJob, actText, isOpen, type RowCounts, sheetText, stateOf } from './job-words.ts';

type Row = Outputs['imports']['list']['jobs'][number];

/** What came in and went out by file: what runs now with its progress, and how the earlier ones ended. */
export const ImportsPage = () => {
  const { t, quantity } = useWords();
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  const list = trpc.imports.list.useQuery(undefined, {
    refetchInterval: (query) => (query.state.data?.jobs.some(({ state }) => isOpen(state)) ? 1_000 : false),
  });
  const result = (row: Row) => {
    const { counts, rows } = (row.result ?? {}) as { counts?: RowCounts; rows?: number };
    if (isOpen(row.state) && row.total) {
      const text = t.imports_rows_done({ done: quantity(row.done), total: quantity(row.total) });
      return (
        <span className="flex min-w-36 flex-col gap-1">
          <span className="tabular text-sm">{text}</span>
          <Meter label={t.imports_column_result()} value={row.done} max={row.total} valueText={text} />
        </span>
      );
    }
    if (counts)
      return t.imports_counts({
        added: quantity(counts.new),
        changed: quantity(counts.changed),
        unchanged: quantity(counts.unchanged),
        rejected: quantity(counts.rejected),
      });
    return rows === undefined ? '' : t.imports_export_rows({ rows: quantity(rows) });
  };
  const columns: Column<Row>[] = [
    {
      id: 'what',
      header: t.imports_column_what(),
      card: 'title',
      width: 'w-full min-w-56',
      cell: (row) => {
        const { sheet, act, fileName } = aboutJob(row);
        return (
          <span className="flex min-w-0 flex-col">
            <Link to="/imports/$jobId" params={{ jobId: row.id }} className="font-medium hover:underline">
              {actText(act, t)} · {sheetText(sheet, t)}
            </Link>
            {fileName && <span className="truncate text-sm text-muted">{fileName}</span>}
          </span>
        );
      },
    },
    {
      id: 'state',
      header: t.imports_column_state(),
      card: 'aside',
      cell: (row) => {
        const { text, tone } = stateOf(row, t);
        return <StatusBadge tone={tone}>{text}</StatusBadge>;
      },
    },
    { id: 'result', header: t.imports_column_result(), width: 'whitespace-nowrap', cell: result },
    { id: 'who', header: t.imports_column_who(), width: 'whitespace-nowrap', cell: (row) => row.ownerName ?? '' },
    { id: 'when', header: t.imports_column_when(), cell: (row) => <DateText at={row.createdAt} /> },
  ];
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-1 px-4 pt-3 pb-3 md:pt-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.imports_title()}</h1>
          <div className="flex gap-2">
            <Button onPress={() => setExporting(true)}>
              <FileDown aria-hidden />
              {t.imports_export()}
            </Button>
            <Link to="/imports/new" className={buttonClass({ look: 'primary' })}>
              <FileUp aria-hidden />
              {t.imports_new()}
            </Link>
          </div>
        </div>
        <p className="max-w-2xl text-sm text-muted">{t.imports_intro()}</p>
      </header>
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={t.imports_title()}
          columns={columns}
          rows={list.data?.jobs}
          rowKey={(row) => row.id}
          rowName={(row) => sheetText(aboutJob(row).sheet, t)}
          onOpen={(row) => void navigate({ to: '/imports/$jobId', params: { jobId: row.id } })}
          skeletonRows={8}
          error={
            list.error && !list.data ? <LoadError error={list.error} onRetry={() => void list.refetch()} /> : undefined
          }
          empty={
            <EmptyState
              icon={<FileUp aria-hidden />}
              title={t.imports_empty_title()}
              action={
                <Link to="/imports/new" className={buttonClass({ look: 'primary' })}>
                  {t.imports_new()}
                </Link>
              }
            >
              {t.imports_empty_body()}
            </EmptyState>
          }
        />
      </div>
      <ExportDialog open={exporting} onClose={() => setExporting(false)} />
    </div>
  );
};
