import { Link, useNavigate } from '@tanstack/react-router';
import {
  Breadcrumbs,
  Button,
  buttonClass,
  Card,
  DateText,
  Meter,
  Notice,
  PageHeader,
  SkeletonText,
  StatusBadge,
  toast,
} from '@tradeline/ui';
import { FileDown, RotateCcw, Square } from 'lucide-react';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ApplyBar } from './apply-bar.tsx';
import { aboutJob, actText, isOpen, sheetText, stateOf } from './job-words.ts';
import { type Report, ReportView } from './report-view.tsx';

/** One import or export: how far it is, how it ended, and what can be done then. */
export const JobPage = ({ jobId }: { jobId: string }) => {
  const words = useWords();
  const { t, quantity } = words;
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const job = trpc.imports.job.useQuery(
    { id: jobId },
    { refetchInterval: (query) => (query.state.data && isOpen(query.state.data.state) ? 700 : false) },
  );
  const settle = {
    onSettled: () => {
      void utils.imports.job.invalidate({ id: jobId });
      void utils.imports.list.invalidate();
    },
    onError: (error: unknown) => toast.error(problemText(error, words)),
  };
  const cancel = trpc.imports.cancel.useMutation(settle);
  const retry = trpc.imports.retry.useMutation(settle);
  if (job.error) return <LoadError error={job.error} onRetry={() => void job.refetch()} />;
  if (!job.data) return <SkeletonText lines={8} />;
  const { state, done, total, kind, payload, result, createdAt, startedAt, finishedAt } = job.data;
  const { sheet, act, fileName } = aboutJob({ kind, payload });
  const { text, tone } = stateOf(job.data as never, t);
  const report = kind === 'export' ? undefined : (result as Report | null);
  const open = isOpen(state);
  const progress = total ? t.imports_rows_done({ done: quantity(done), total: quantity(total) }) : '';
  const took = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000 : undefined;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'list', node: <Link to="/imports">{t.imports_title()}</Link> },
              { key: 'here', node: actText(act, t) },
            ]}
          />
        }
        title={`${actText(act, t)} · ${sheetText(sheet, t)}`}
        badge={<StatusBadge tone={tone}>{text}</StatusBadge>}
        meta={
          <span className="flex flex-wrap gap-x-3">
            {fileName && <span>{fileName}</span>}
            <DateText at={createdAt} />
            {took !== undefined && <span className="tabular">{took.toFixed(1)} s</span>}
          </span>
        }
        actions={
          <>
            {open && (
              <Button look="quiet-danger" pending={cancel.isPending} onPress={() => cancel.mutate({ id: jobId })}>
                <Square aria-hidden />
                {t.imports_stop()}
              </Button>
            )}
            {(state === 'failed' || state === 'cancelled') && (
              <Button pending={retry.isPending} onPress={() => retry.mutate({ id: jobId })}>
                <RotateCcw aria-hidden />
                {t.imports_again()}
              </Button>
            )}
            {kind === 'export' && state === 'done' && (
              <a className={buttonClass({ look: 'primary' })} href={`/downloads/${jobId}`} download>
                <FileDown aria-hidden />
                {t.imports_download()}
              </a>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {open && (
          <Card className="flex flex-col gap-2 p-4">
            <p role="status" className="tabular text-sm text-muted">
              {progress || t.imports_reading()}
            </p>
            <Meter label={t.imports_column_result()} value={done} max={total ?? 1} valueText={progress || text} />
          </Card>
        )}
        {state === 'failed' && <Notice tone="danger">{t.imports_failed()}</Notice>}
        {state === 'cancelled' && (
          <Notice tone="info">{sheet === 'pictures' ? t.imports_cancelled_pictures() : t.imports_cancelled()}</Notice>
        )}
        {kind === 'export' && state === 'done' && (
          <Notice tone="success">{t.imports_export_rows({ rows: quantity((result as { rows: number }).rows) })}</Notice>
        )}
        {!open && report && (
          <>
            <ApplyBar
              payload={payload}
              sheet={sheet}
              report={report}
              onStarted={(next) => void navigate({ to: '/imports/$jobId', params: { jobId: next } })}
            />
            <ReportView jobId={jobId} sheet={sheet} report={report} />
          </>
        )}
      </div>
    </div>
  );
};
