import { problemOf } from './problem.ts';
import { refusalText } from './refusal-text.ts';
import type { Words } from './words.ts';

/** One sentence for whatever a call ended with. */
export const problemText = (error: unknown, words: Words): string => {
  const problem = problemOf(error);
  switch (problem.kind) {
    case 'refusal':
      return refusalText(problem.refusal, words);
    case 'fields':
      return words.t.error_fields({
        fields: words.list(problem.fields.map(({ field, message }) => `${field} ${message}`)),
      });
    case 'offline':
      return words.t.error_offline();
    case 'bug':
      return problem.requestId ? words.t.error_bug({ requestId: problem.requestId }) : words.t.error_unknown();
  }
};
