import { useWords } from '../words.ts';

/** How much of it the cart holds already; the rules bind both together. */
export const HeldText = ({ quantity }: { quantity: number }) => {
  const { t, quantity: count } = useWords();
  return quantity > 0 ? (
    <span className="text-xs whitespace-nowrap text-accent-ink">{t.search_held({ quantity: count(quantity) })}</span>
  ) : null;
};
