import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fitScorecard, type Row, type Scorecard, scoreRow, type Table } from '@tradeline/domain/credit';
import { cardLines, judgementLines, stabilityLine } from './lib/card-report.ts';
import { readCsv } from './lib/csv.ts';
import { runScript } from './lib/run-script.ts';
import { numericColumns, toLabels, toTable } from './lib/table.ts';

const USAGE = `usage: fit-scorecard <train.csv> <test.csv> --target <column> [options]
  --exclude a,b    columns that must not be used
  --bad <value>    the target's value that means bad (default: the larger one)
  --out <file>     where the card is written (default: scorecard.json)
  --raw            use the given columns only, none made of them
  --seed <n>       decides the folds of the cross-validation`;

/** Fits a points card on one file of rows, judges it on another, prints both and writes the card as JSON. */
const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      target: { type: 'string' },
      exclude: { type: 'string', default: '' },
      bad: { type: 'string' },
      out: { type: 'string', default: 'scorecard.json' },
      raw: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  });
  const [trainPath, testPath] = positionals;
  const { target } = values;
  if (!trainPath || !testPath || !target) return fail(USAGE);
  const [train, test] = [readCsv(trainPath), readCsv(testPath)];
  if (train.length === 0 || test.length === 0) return fail('a file without rows');

  const labels = toLabels(train, target, values.bad);
  if (typeof labels === 'string') return fail(`${trainPath}: ${labels}`);
  const testLabels = toLabels(test, target, labels.bad);
  if (typeof testLabels === 'string') return fail(`${testPath}: ${testLabels}`);
  const excluded = new Set([target, ...values.exclude.split(',').map((name) => name.trim())]);
  const columns = Object.keys(train[0]!).filter((column) => !excluded.has(column));
  const numeric = numericColumns(train, columns);
  const table = toTable(train, columns, numeric);

  const card = fitScorecard(table, labels.labels, { derive: !values.raw, seed: Number(values.seed) });
  if (!card.ok) return fail(`no card: ${JSON.stringify(card.error)}`);
  const fitted = scoreAll(card.value, table, train.length);
  const judged = scoreAll(card.value, toTable(test, columns, numeric), test.length);
  writeFileSync(values.out, `${JSON.stringify(card.value, undefined, 2)}\n`);

  for (const line of cardLines(card.value)) console.log(line);
  console.log(`\nJudged on ${test.length} rows of ${testPath}, bad = ${target} ${labels.bad}`);
  for (const line of judgementLines({ labels: testLabels.labels, scores: judged.map(({ pd }) => pd) }))
    console.log(line);
  console.log(
    `\n${stabilityLine(
      fitted.map(({ score }) => score),
      judged.map(({ score }) => score),
    )}`,
  );
  console.log(`The card is in ${values.out}`);
  return 0;
};

const scoreAll = (card: Scorecard, table: Table, rows: number) =>
  Array.from({ length: rows }, (_, at) => {
    const row: Row = Object.fromEntries(Object.entries(table).map(([column, cells]) => [column, cells[at]]));
    return scoreRow(card, row);
  });

const fail = (message: string): number => {
  console.error(message);
  return 1;
};

runScript(main);
