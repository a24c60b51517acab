import type { Tone } from '@tradeline/ui';
import type { Text } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';

type Job = Outputs['imports']['job'];
export type JobBrief = Pick<Job, 'kind' | 'payload' | 'state' | 'cancelRequested' | 'result'>;
export type SheetName = 'goods' | 'prices' | 'stock' | 'pictures';
export type RowCounts = { new: number; changed: number; unchanged: number; rejected: number };

export const sheetText = (sheet: SheetName, t: Text): string =>
  ({
    goods: t.imports_sheet_goods,
    prices: t.imports_sheet_prices,
    stock: t.imports_sheet_stock,
    pictures: t.imports_sheet_pictures,
  })[sheet]();

/** What a job is about: which sheet, tried, applied or exported, from which file. */
export const aboutJob = ({ kind, payload }: Pick<JobBrief, 'kind' | 'payload'>) => {
  const { sheet, mode, fileName } = payload as { sheet?: SheetName; mode?: 'check' | 'apply'; fileName?: string };
  return {
    sheet: kind === 'import-pictures' ? ('pictures' as const) : (sheet ?? 'goods'),
    act: kind === 'export' ? ('export' as const) : (mode ?? 'check'),
    fileName: fileName ?? '',
  };
};

export const actText = (act: 'check' | 'apply' | 'export', t: Text): string =>
  ({ check: t.imports_kind_check, apply: t.imports_kind_apply, export: t.imports_kind_export })[act]();

export const isOpen = (state: string): boolean => state === 'queued' || state === 'running';

/** How a job stands, in a word; one that was to write and did not is not "done". */
export const stateOf = (job: JobBrief, t: Text): { text: string; tone: Tone } => {
  if (isOpen(job.state) && job.cancelRequested) return { text: t.imports_state_cancelling(), tone: 'warning' };
  const refused = (job.result as { refused?: unknown } | null)?.refused;
  if (job.state === 'done' && refused) return { text: t.imports_state_refused(), tone: 'danger' };
  const states: Record<string, { text: string; tone: Tone }> = {
    queued: { text: t.imports_state_queued(), tone: 'neutral' },
    running: { text: t.imports_state_running(), tone: 'info' },
    done: { text: t.imports_state_done(), tone: 'success' },
    failed: { text: t.imports_state_failed(), tone: 'danger' },
    cancelled: { text: t.imports_state_cancelled(), tone: 'neutral' },
  };
  return states[job.state] ?? { text: job.state, tone: 'neutral' };
};
