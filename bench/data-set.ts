import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '@tradeline/tools/product';
import { LARGE } from './generate/size.ts';
import { openDatabase } from './harness/database.ts';

/** Makes the large data set, or opens the one made before, and keeps its PostgreSQL running until Ctrl-C. */
const folder = join(dataFolder, 'bench');
mkdirSync(folder, { recursive: true });
const database = await openDatabase(folder, LARGE, (text) => console.log(text));
console.log(database.url);
process.once('SIGINT', () => void database.stop().then(() => process.exit()));
setInterval(() => {}, 1 << 30);
