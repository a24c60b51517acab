export { sql } from 'drizzle-orm';
export { type Connection, type ConnectOptions, connect, type Database, type Raw, type Tx } from './client.ts';
export { newId } from './ids.ts';
export { migrate } from './migrate.ts';
export { isDatabaseAway, isUnavailable, sqlState, transact } from './transact.ts';
