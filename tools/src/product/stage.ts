import { err, ok } from '@tradeline/domain/kernel';
import type { Refusal, Try } from './refusal.ts';

/** How one step of a start is shown while it goes on and when it ended. */
export type Report = { note: (text: string) => void; done: (text: string) => void; failed: (text: string) => void };
export type Stage = {
  signal: AbortSignal;
  /** Called with what must be undone, in the order in which it was begun. */
  undoLater: (undo: () => Promise<void> | void) => void;
  report: (title: string) => Report;
};

/** What a step answers when somebody asked to stop. */
export const stopped: Refusal = { en: 'Stopped.', zh: '已停止。' };

export type StepResult<T> = { value: T; text: string };

/** Runs one step under its title; a stop that came meanwhile counts as the step's answer. */
export const runStep = async <T>(
  { signal, report }: Stage,
  title: string,
  work: (note: (text: string) => void) => Promise<Try<StepResult<T>>>,
): Promise<Try<T>> => {
  if (signal.aborted) return err(stopped);
  const line = report(title);
  const result = await work(line.note);
  if (result.ok && !signal.aborted) {
    line.done(result.value.text);
    return ok(result.value.value);
  }
  line.failed(title);
  return signal.aborted || result.ok ? err(stopped) : result;
};
