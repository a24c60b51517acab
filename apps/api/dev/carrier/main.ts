import { deskKeysOf, openStandInDesk } from './index.ts';

/** The stand-in for a tracking service as a program: `node main.ts <folder> <port>`; its secrets stand in the folder. */
const [folder = '.data/carrier', port = '0'] = process.argv.slice(2);
const desk = await openStandInDesk({ keys: deskKeysOf(folder), port: Number(port), plays: true });
console.log(JSON.stringify({ url: desk.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => void desk.close().then(() => process.exit(0)));
