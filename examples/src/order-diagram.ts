import { parseArgs } from 'node:util';
import { type MachineName, machines, mermaidOf, tableOf } from '@tradeline/domain/order';
import { runScript } from './lib/run-script.ts';

const names = Object.keys(machines) as MachineName[];
const isMachine = (name: string): name is MachineName => names.some((known) => known === name);

const USAGE = `usage: order-diagram [${names.join('|')}] [--table]
  prints the machines an order lives by as Mermaid state diagrams, or as Markdown tables`;

/** The machines of an order as diagrams or tables, from the data the product runs on. */
const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { table: { type: 'boolean', default: false } },
  });
  const [chosen] = positionals;
  if (chosen !== undefined && !isMachine(chosen)) {
    console.error(USAGE);
    return 1;
  }
  const show = values.table ? tableOf : mermaidOf;
  for (const name of chosen === undefined ? names : [chosen]) {
    if (chosen === undefined) console.log(`%% ${name}`);
    console.log(show(machines[name]));
  }
  return 0;
};

runScript(main);
