/**
 * The best `count` of many, best first; `better(a, b)` is negative when `a` goes before `b` and must be a total order,
 * so that page after page shows each exactly once. Cheaper than sorting all when few are wanted.
 */
export const top = (items: readonly number[], count: number, better: (a: number, b: number) => number): number[] => {
  if (count * 4 > items.length) return items.toSorted(better).slice(0, count);
  const heap: number[] = [];
  for (const item of items) {
    if (heap.length < count) {
      heap.push(item);
      up(heap, heap.length - 1, better);
    } else if (count > 0 && better(item, heap[0]!) < 0) {
      heap[0] = item;
      down(heap, better);
    }
  }
  return heap.sort(better);
};

/** The worst of those kept stands at the root. */
const up = (heap: number[], from: number, better: (a: number, b: number) => number): void => {
  let i = from;
  while (i > 0) {
    const parent = (i - 1) >>> 1;
    if (better(heap[i]!, heap[parent]!) <= 0) return;
    [heap[i], heap[parent]] = [heap[parent]!, heap[i]!];
    i = parent;
  }
};

const down = (heap: number[], better: (a: number, b: number) => number): void => {
  let i = 0;
  for (;;) {
    const [left, right] = [2 * i + 1, 2 * i + 2];
    let worst = i;
    if (left < heap.length && better(heap[left]!, heap[worst]!) > 0) worst = left;
    if (right < heap.length && better(heap[right]!, heap[worst]!) > 0) worst = right;
    if (worst === i) return;
    [heap[i], heap[worst]] = [heap[worst]!, heap[i]!];
    i = worst;
  }
};
