export { FreshQueryClient } from './fresh-query-client.ts';
