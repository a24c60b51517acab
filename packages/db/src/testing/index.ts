import postgres from 'postgres';
import { inject } from 'vitest';
import { type Connection, connect } from '../client.ts';
import { newId } from '../ids.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
    /** Whether tests of chance and of races take their full counts. */
    nightly: boolean;
  }
}

/** A database of its own for a test file: a clone of the migrated template, dropped by `close`. */
export const testDatabase = async (pool = 10): Promise<Connection & { url: string }> => {
  const name = `t${newId().replaceAll('-', '')}`;
  const template = inject('postgres');
  const admin = postgres(template.replace('DATABASE', 'postgres'), { max: 1, onnotice: () => {} });
  // Cloning refuses while another clone reads the template, so clones queue.
  await admin`select pg_advisory_lock(1)`;
  await admin.unsafe(`create database ${name} template template strategy file_copy`);
  await admin`select pg_advisory_unlock(1)`;
  const url = template.replace('DATABASE', name);
  const connection = connect({ url, pool });
  return {
    ...connection,
    url,
    close: async () => {
      await connection.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
};
