import { dataFolder, findRunning, forgetRunning, type Refusal, type Stage, type Try } from '../product/index.ts';
import { prepareShutdown } from './shutdown.ts';
import { beginStep, bold, dim, red } from './steps.ts';

/** What a supervised product answers when it stands: how it may end by itself. */
export type Standing = { ended: Promise<Refusal> };

/**
 * The life of `start` and `dev`: refuses a second one on the same data, brings the product up, waits for Ctrl-C or for
 * its end, and undoes everything in reverse order. Answers the exit code.
 */
export const supervise = async (
  bringUp: (stage: Stage) => Promise<Try<Standing>>,
  stopped: Refusal,
): Promise<number> => {
  console.log(`\n  ${bold('Tradeline 订货')}\n`);
  const shutdown = prepareShutdown(() => console.log(dim('\n  Stopping … 正在停止 …')));
  const running = findRunning(dataFolder);
  if (running)
    return refuse({
      en: `Tradeline already runs here (process ${running.pid}): ${running.portalUrl} and ${running.consoleUrl}`,
      zh: `Tradeline 已在运行（进程 ${running.pid}）。`,
    });
  let begun = false;
  const undoLater: Stage['undoLater'] = (undo) => {
    begun = true;
    shutdown.undoLater(undo);
  };
  try {
    const product = await bringUp({ signal: shutdown.signal, undoLater, report: beginStep });
    if (!product.ok) return product.error === stopped ? 0 : refuse(product.error);
    const end = await Promise.race([shutdown.asked, product.value.ended]);
    return end === undefined ? 0 : refuse(end);
  } finally {
    forgetRunning(dataFolder);
    await shutdown.undoAll();
    if (begun) console.log(dim('  Everything is stopped. 已全部停止。\n'));
  }
};

export const refuse = ({ en, zh }: Refusal): number => {
  console.error(`\n  ${red(en)}\n  ${red(zh)}\n`);
  return 1;
};
