import type { Outputs } from '../../lib/trpc.ts';

/** The answer to a search: a page of goods, how many there are, and how many each filter would leave. */
export type Found = Outputs['catalog']['search'];
export type FoundRow = Found['rows'][number];
export type Facets = Found['facets'];
