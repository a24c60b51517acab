import { keysOf, openGateway } from './index.ts';

/** The stand-in gateway as a program: `node main.ts <folder> <port>`; its payments and keys stand in the folder. */
const [folder = '.data/gateway', port = '0'] = process.argv.slice(2);
const gateway = await openGateway({ keys: keysOf(folder), folder, port: Number(port) });
console.log(JSON.stringify({ url: gateway.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => void gateway.close().then(() => process.exit(0)));
