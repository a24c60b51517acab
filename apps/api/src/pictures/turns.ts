/** Lets at most `lanes` works run at a time, in the order they came: a large picture takes 150 MB while it is decoded. */
export const oneAfterAnother = (lanes: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= lanes) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      // The lane is handed on: the next one need not count itself.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
};
