export type Task = (at: number) => void;
type Entry = { readonly at: number; readonly order: number; readonly task: Task };

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** What is still to happen, run in order of time (ties as they were added). Tasks may add later tasks. */
export const openSchedule = () => {
  const heap: Entry[] = [];
  let added = 0;
  const swap = (i: number, j: number): void => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  };
  const pop = (): Entry => {
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
      if (least === i) return first;
      swap(i, least);
      i = least;
    }
  };
  return {
    add: (at: number, task: Task): void => {
      heap.push({ at, order: added++, task });
      for (let i = heap.length - 1; i > 0 && before(heap[i]!, heap[(i - 1) >> 1]!); i = (i - 1) >> 1)
        swap(i, (i - 1) >> 1);
    },
    /** Runs everything due before the moment; what is later never happens. */
    runUntil: (end: number): void => {
      while (heap.length > 0 && heap[0]!.at < end) {
        const { at, task } = pop();
        task(at);
      }
    },
  };
};
export type Schedule = ReturnType<typeof openSchedule>;
