import type { SheetCellProblem } from '@tradeline/domain/sheet';
import { Button, Card, CardHeader, ScrollRegion, toast } from '@tradeline/ui';
import { FileDown } from 'lucide-react';
import { cellProblemText } from '../../lib/cell-problem-text.ts';
import { csv, saveFile } from '../../lib/csv.ts';
import { fieldName } from '../../lib/field-name.ts';
import type { FileProblem } from '../../lib/file-problem-text.ts';
import type { Text } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { RowCounts, SheetName } from './job-words.ts';

type Problem = { row: number; item: string; key: string | null; found: string; problem: SheetCellProblem };
export type Report = {
  mode: 'check' | 'apply';
  rows: number;
  counts: RowCounts;
  problems?: Problem[];
  problemCount?: number;
  examples?: { row: number; item: string; state: string; changes: { key: string; before: string; after: string }[] }[];
  unused?: string[];
  rejectedFile?: string | null;
  rejected?: { file: string; why: string }[];
  applied: boolean;
  refused: { kind: 'file' | 'archive'; problem: FileProblem } | { kind: 'rejected-rows' } | { kind: 'moved-on' } | null;
};

const pictureReasons: Record<string, (t: Text) => string> = {
  'not-a-picture-name': (t) => t.imports_picture_not_a_picture_name(),
  'unknown-number': (t) => t.imports_picture_unknown_number(),
  'too-large': (t) => t.imports_picture_too_large(),
  'not-a-picture': (t) => t.imports_picture_not_a_picture(),
  'too-many-pixels': (t) => t.imports_picture_too_many_pixels(),
  'too-small': (t) => t.imports_picture_too_small(),
  damaged: (t) => t.imports_picture_damaged(),
};

const head = 'px-3 py-2 font-medium whitespace-nowrap';
const cell = 'border-t border-line px-3 py-2 align-top';

/** The counts, every cell that cannot be taken with what would have worked, and what changes from what to what. */
export const ReportView = ({ jobId, sheet, report }: { jobId: string; sheet: SheetName; report: Report }) => {
  const words = useWords();
  const { t, quantity, language } = words;
  const utils = trpc.useUtils();
  const { counts, problems = [], problemCount = 0, examples = [], unused = [], rejected = [] } = report;
  const save = async () => {
    try {
      const found = await utils.imports.rejected.fetch({ id: jobId });
      const reason = ({ key, found: text, problem }: Problem) =>
        `${key === null ? '' : `${fieldName(key, language)} `}${cellProblemText(problem, text, t)}`;
      saveFile(
        `${t.imports_rejected_file()}.csv`,
        csv([
          [t.imports_row(), ...found.header, t.imports_reason()],
          ...found.rows.map(({ row, cells, problems: own }) => [
            row,
            ...found.header.map((_, at) => cells[at] ?? ''),
            words.list((own as Problem[]).map(reason)),
          ]),
        ]),
      );
    } catch (error) {
      toast.error(problemText(error, words));
    }
  };
  const figures: [string, number, string][] = [
    [t.imports_count_new(), counts.new, 'text-success-ink'],
    [t.imports_count_changed(), counts.changed, 'text-accent-ink'],
    [t.imports_count_unchanged(), counts.unchanged, 'text-muted'],
    [t.imports_count_rejected(), counts.rejected, counts.rejected > 0 ? 'text-danger-ink' : 'text-muted'],
  ];
  if (report.refused?.kind === 'file' || report.refused?.kind === 'archive') return null;
  return (
    <>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-4">
        {figures.map(([label, value, tone]) => (
          <div key={label} className="bg-surface px-4 py-3">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className={`tabular text-xl font-semibold ${tone}`}>{quantity(value)}</dd>
          </div>
        ))}
      </dl>
      {unused.length > 0 && <p className="text-sm text-muted">{t.imports_unused({ columns: words.list(unused) })}</p>}
      {problems.length > 0 && (
        <Card>
          <CardHeader
            title={t.imports_problems_title()}
            aside={
              report.rejectedFile && (
                <Button size="sm" onPress={() => void save()}>
                  <FileDown aria-hidden />
                  {t.imports_rejected_download()}
                </Button>
              )
            }
          />
          {problemCount > problems.length && (
            <p className="px-4 py-2 text-sm text-muted">
              {t.imports_problems_more({ shown: quantity(problems.length), count: quantity(problemCount) })}
            </p>
          )}
          <ScrollRegion label={t.imports_problems_title()} className="max-h-[28rem] overflow-auto">
            <table className="w-full text-left text-base">
              <thead className="sticky top-0 bg-surface text-sm text-muted">
                <tr>
                  <th className={`${head} text-right`}>{t.imports_row()}</th>
                  <th className={head}>{t.imports_item()}</th>
                  <th className={head}>{t.imports_cell()}</th>
                  <th className={head}>{t.imports_found()}</th>
                  <th className={`${head} w-full`}>{t.imports_reason()}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ row, item, key, found, problem }) => (
                  <tr key={`${row}:${key}:${problem.kind}`}>
                    <td className={`${cell} tabular text-right text-muted`}>{row}</td>
                    <td className={`${cell} font-medium whitespace-nowrap`}>{item}</td>
                    <td className={`${cell} whitespace-nowrap`}>{key === null ? '' : fieldName(key, language)}</td>
                    <td className={`${cell} max-w-56 truncate text-muted`}>{found}</td>
                    <td className={`${cell} min-w-64 text-danger-ink`}>{cellProblemText(problem, found, t)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </Card>
      )}
      {rejected.length > 0 && (
        <Card>
          <CardHeader title={t.imports_problems_title()} />
          <ul className="max-h-96 overflow-auto">
            {rejected.map(({ file, why }) => (
              <li key={file} className="flex flex-wrap gap-x-4 border-b border-line px-4 py-2 last:border-b-0">
                <span className="font-medium">{file}</span>
                <span className="text-danger-ink">{pictureReasons[why]?.(t) ?? why}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {sheet !== 'pictures' && examples.length > 0 && (
        <Card>
          <CardHeader
            title={report.applied ? t.imports_changes_done() : t.imports_changes_title()}
            aside={t.imports_changes_first({ count: quantity(examples.length) })}
          />
          <ScrollRegion label={t.imports_changes_title()} className="max-h-[28rem] overflow-auto">
            <table className="w-full text-left text-base">
              <thead className="sticky top-0 bg-surface text-sm text-muted">
                <tr>
                  <th className={`${head} text-right`}>{t.imports_row()}</th>
                  <th className={head}>{t.imports_item()}</th>
                  <th className={head}>{t.imports_cell()}</th>
                  <th className={head}>{t.imports_before()}</th>
                  <th className={`${head} w-full`}>{t.imports_after()}</th>
                </tr>
              </thead>
              <tbody>
                {examples.flatMap(({ row, item, state, changes }) =>
                  (state === 'new' ? changes.filter(({ key }) => key !== 'itemNumber').slice(0, 3) : changes).map(
                    ({ key, before, after }, at) => (
                      <tr key={`${row}:${key}`}>
                        <td className={`${cell} tabular text-right text-muted`}>{at === 0 ? row : ''}</td>
                        <td className={`${cell} font-medium whitespace-nowrap`}>{at === 0 ? item : ''}</td>
                        <td className={`${cell} whitespace-nowrap`}>{fieldName(key, language)}</td>
                        <td className={`${cell} max-w-56 truncate text-muted`}>
                          {state === 'new' ? t.imports_new_row() : before}
                        </td>
                        <td className={`${cell} max-w-96 truncate`}>{after}</td>
                      </tr>
                    ),
                  ),
                )}
              </tbody>
            </table>
          </ScrollRegion>
        </Card>
      )}
    </>
  );
};
