/** Orders that were, or would be, refused, each with its reason. */
export const RefusedOrders = ({
  title,
  orders,
}: {
  title: string;
  orders: readonly { id: string; number: string; why: string }[];
}) => (
  <section aria-label={title}>
    <p className="font-medium text-danger-ink">{title}</p>
    <ul className="mt-1 flex flex-col divide-y divide-line text-sm">
      {orders.map(({ id, number, why }) => (
        <li key={id} className="grid grid-cols-[auto_1fr] gap-x-3 py-1.5">
          <span className="tabular font-medium">{number}</span>
          <span className="text-muted">{why}</span>
        </li>
      ))}
    </ul>
  </section>
);
