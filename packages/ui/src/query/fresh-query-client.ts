import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * What is read anew is as it is now, also where the first reading was still on its way. The library takes up a first
 * reading that has not been answered, in place of asking again: what changed after the server had read was then shown as
 * it had been, until something else changed. Here such a reading is asked once more when it has been answered.
 */
export class FreshQueryClient extends QueryClient {
  override invalidateQueries<TaggedKey extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<TaggedKey>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const onTheWay = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.fetchStatus !== 'idle' && state.data === undefined);
    const again = onTheWay.map(async (query) => {
      // What failed is asked for by who shows the failure.
      await query.promise?.catch(() => undefined);
      if (query.state.data === undefined) return;
      await super.invalidateQueries({ ...filters, queryKey: query.queryKey, exact: true }, options);
    });
    return Promise.all([super.invalidateQueries(filters, options), ...again]).then(() => undefined);
  }
}
