const tty = process.stdout.isTTY === true;
const paint = (code: number, text: string): string =>
  tty && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;

export const dim = (text: string): string => paint(2, text);
export const green = (text: string): string => paint(32, text);
export const red = (text: string): string => paint(31, text);
export const bold = (text: string): string => paint(1, text);

/** One line of work that is shown while it goes on: rewritten in place in a terminal, a line at a time elsewhere. */
export type Step = { note: (text: string) => void; done: (text: string) => void; failed: (text: string) => void };

const QUIET_MS = 5_000;

export const beginStep = (title: string): Step => {
  const began = performance.now();
  let shown = 0;
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const rewrite = (text: string) => process.stdout.write(`\r\u001b[2K  ${dim('…')} ${text}`);
  const draw = (text: string) => {
    if (tty) return void rewrite(text);
    if (shown !== 0 && performance.now() - shown < QUIET_MS) return;
    shown = performance.now();
    console.log(`  … ${text}`);
  };
  let last = title;
  draw(title);
  const clock = tty ? setInterval(() => rewrite(`${last} ${dim(elapsed())}`), 250) : undefined;
  clock?.unref();
  const end = (mark: string, text: string) => {
    clearInterval(clock);
    console.log(`${tty ? '\r\u001b[2K' : ''}  ${mark} ${text} ${dim(elapsed())}`);
  };
  return {
    note: (text) => {
      last = `${title}: ${text}`;
      draw(last);
    },
    done: (text) => end(green('✓'), text),
    failed: (text) => end(red('✗'), text),
  };
};
