/** Turns Ctrl-C and friends into one orderly stop: what was begun last ends first, and a second press changes nothing. */
export type Shutdown = {
  signal: AbortSignal;
  /** Resolves when somebody asks to stop. */
  asked: Promise<void>;
  undoLater: (undo: () => Promise<void> | void) => void;
  undoAll: () => Promise<void>;
};

export const prepareShutdown = (onAsked: () => void): Shutdown => {
  const controller = new AbortController();
  const undos: (() => Promise<void> | void)[] = [];
  const ask = () => {
    if (controller.signal.aborted) return;
    onAsked();
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  const parent = process.ppid;
  // A package manager that is killed takes no leave: its child notices that it was adopted by another process.
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && ask(), 1_000).unref();
  return {
    signal: controller.signal,
    asked: new Promise((resolve) => controller.signal.addEventListener('abort', () => resolve())),
    undoLater: (undo) => void undos.push(undo),
    undoAll: async () => {
      for (const undo of undos.splice(0).reverse()) await undo();
    },
  };
};
