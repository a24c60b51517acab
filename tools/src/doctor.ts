import postgres from 'postgres';
import { dim, green, red } from './console/steps.ts';
import { table } from './console/table.ts';
import { checkInvariants, type Invariant } from './invariants/check-invariants.ts';
import { useDatabase } from './product/index.ts';

/** Checks what must always hold of the data. Ends with 1 when a promise is broken, with the first row that breaks it. */
const main = async (): Promise<number> => {
  const database = await useDatabase();
  if (!database.ok) {
    console.error(`\n  ${red(database.error.en)}\n  ${red(database.error.zh)}\n`);
    return 1;
  }
  const sql = postgres(database.value.url, { max: 1, onnotice: () => {}, connection: { application_name: 'doctor' } });
  try {
    const checked = await checkInvariants(sql);
    console.log(`\n  ${dim(`${checked.length} promises, ${database.value.source}`)}\n`);
    console.log(table(checked.map((one) => [one.rows === 0 ? green('✓') : red('✗'), one.view, `${one.rows} rows`])));
    for (const broken of checked.filter(({ rows }) => rows > 0)) console.log(firstRow(broken));
    const count = checked.filter(({ rows }) => rows > 0).length;
    console.log(count === 0 ? green('\n  Every promise is kept.\n') : red(`\n  ${count} promises are broken.\n`));
    return checked.length > 0 && count === 0 ? 0 : 1;
  } finally {
    await sql.end({ timeout: 1 });
    await database.value.close();
  }
};

const firstRow = ({ view, first = {} }: Invariant): string =>
  `\n  ${red(view)}, first row:\n${table(Object.entries(first).map(([column, value]) => [`  ${column}`, String(value)]))}`;

process.exitCode = await main();
