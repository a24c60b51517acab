import { err, ok } from '@tradeline/domain/kernel';
import type { Letter, Mail, SendProblem } from '../../ports/sending.ts';

/** A mail server in memory: what it took, and what it says next. */
export const fakeMail = (): Mail & { letters: Letter[]; answers: SendProblem[] } => {
  const letters: Letter[] = [];
  const answers: SendProblem[] = [];
  return {
    letters,
    answers,
    send: async (letter) => {
      const problem = answers.shift();
      if (problem) return err(problem);
      letters.push(letter);
      return ok(undefined);
    },
  };
};
