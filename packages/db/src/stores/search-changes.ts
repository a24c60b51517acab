import { type SQL, sql } from 'drizzle-orm';
import type { Raw } from '../client.ts';

/** What has been read up to: everything visible in this snapshot of the database. */
export type ReadMark = { snapshot: string; now: string };
export type ChangeKind =
  | 'product'
  | 'page'
  | 'stock'
  | 'price'
  | 'price-list'
  | 'promotion'
  | 'assortment'
  | 'structure'
  | 'sharing'
  | 'codes';
export type CatalogueChange = { kind: ChangeKind; ids: string[] | null };

const instant = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/**
 * Whether all that was read up to a mark still stands, but for stock and customers' codes, which whoever asks reads
 * beside it: a column of the statement that reads them, so that both are true of one moment.
 */
export const stillStands = ({ snapshot }: ReadMark): SQL => sql`not exists (select 1 from catalogue_changes
  where transaction >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
    and not pg_visible_in_snapshot(transaction, ${snapshot}::pg_snapshot) and kind not in ('stock', 'codes'))`;

export const searchChangeStore = {
  mark: async (raw: Raw): Promise<ReadMark> => {
    const [row] = await raw<[ReadMark]>`
      select pg_current_snapshot()::text as snapshot, to_char(now() at time zone 'UTC', ${instant}) as now`;
    return row;
  },

  /** Changes committed since a mark, and the mark to go on from. Nothing is missed, whatever order transactions end in. */
  since: async (raw: Raw, { snapshot }: ReadMark): Promise<{ changes: CatalogueChange[]; mark: ReadMark }> => {
    const [row] = await raw<[{ changes: CatalogueChange[] | null; snapshot: string; now: string }]>`
      select pg_current_snapshot()::text as snapshot, to_char(now() at time zone 'UTC', ${instant}) as now,
        (select json_agg(json_build_object('kind', kind, 'ids', ids) order by seq) from catalogue_changes
          where transaction >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
            and not pg_visible_in_snapshot(transaction, ${snapshot}::pg_snapshot)) as changes`;
    return { changes: row.changes ?? [], mark: { snapshot: row.snapshot, now: row.now } };
  },

  listen: (raw: Raw, wake: () => void) => raw.listen('catalogue', wake, wake),

  /** Companies of whose orders something happened. */
  listenToOrders: (raw: Raw, ordered: (companyId: string) => void) =>
    raw.listen('live', (payload) => {
      const { aggregateType, companyId } = JSON.parse(payload) as { aggregateType?: string; companyId?: string | null };
      if (aggregateType === 'order' && companyId) ordered(companyId);
    }),

  /** Old changes are of no use: who has not read them for a day reads everything anew. */
  prune: async (raw: Raw): Promise<void> => {
    await raw`delete from catalogue_changes where at < now() - interval '1 day'`;
  },
};
