import { Button, Notice, toast } from '@tradeline/ui';
import { fileProblemText } from '../../lib/file-problem-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { SheetName } from './job-words.ts';
import type { Report } from './report-view.tsx';

/** What became of the file, in one sentence, and the step that follows from it. */
export const ApplyBar = ({
  payload,
  sheet,
  report,
  onStarted,
}: {
  payload: unknown;
  sheet: SheetName;
  report: Report;
  onStarted: (jobId: string) => void;
}) => {
  const words = useWords();
  const { t, quantity } = words;
  const told = {
    onSuccess: ({ jobId }: { jobId: string }) => onStarted(jobId),
    onError: (error: unknown) => toast.error(problemText(error, words)),
  };
  const start = trpc.imports.start.useMutation(told);
  const pictures = trpc.imports.startPictures.useMutation(told);
  const { counts, refused, applied, mode } = report;
  const { uploadId, mapping } = payload as { uploadId: string; mapping: Record<string, string> };
  const count = counts.new + counts.changed;
  const rejected = counts.rejected > 0;
  const pending = start.isPending || pictures.isPending;
  const apply = () =>
    sheet === 'pictures'
      ? pictures.mutate({ uploadId, mode: 'apply' })
      : start.mutate({ uploadId, sheet, mode: 'apply', mapping, skipRejected: rejected });
  if (refused?.kind === 'file' || refused?.kind === 'archive')
    return <Notice tone="danger">{fileProblemText(refused.problem, t)}</Notice>;
  if (refused?.kind === 'moved-on')
    return (
      <Notice
        tone="warning"
        action={
          <Button pending={pending} onPress={apply}>
            {t.retry()}
          </Button>
        }
      >
        {t.imports_refused_moved()}
      </Notice>
    );
  if (applied)
    return (
      <Notice tone="success">
        {sheet === 'prices' && count > 0 ? t.imports_applied_prices() : t.imports_applied()}
      </Notice>
    );
  const label =
    sheet === 'pictures'
      ? t.imports_apply_pictures({ count: quantity(count) })
      : rejected
        ? t.imports_apply_skip({ rejected: quantity(counts.rejected), count: quantity(count) })
        : t.imports_apply({ count: quantity(count) });
  return (
    <Notice
      tone={rejected ? 'warning' : 'info'}
      title={mode === 'check' ? t.imports_checked() : undefined}
      action={
        <Button
          look={rejected && sheet !== 'pictures' ? 'secondary' : 'primary'}
          pending={pending}
          disabledReason={count === 0 ? t.imports_apply_nothing() : undefined}
          onPress={apply}
        >
          {label}
        </Button>
      }
    >
      {rejected && sheet !== 'pictures'
        ? mode === 'check'
          ? t.imports_check_rejected({ count: quantity(counts.rejected) })
          : t.imports_refused_rows({ count: quantity(counts.rejected) })
        : count > 0
          ? t.imports_apply_confirm({ added: quantity(counts.new), changed: quantity(counts.changed) })
          : t.imports_apply_nothing()}
    </Notice>
  );
};
