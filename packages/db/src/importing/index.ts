export * from './problem.ts';
export type { AnyProfile } from './profile.ts';
export { profiles } from './profiles/index.ts';
export { readFile } from './read-file.ts';
export type * from './report.ts';
export { type ImportOptions, type Progress, runImport } from './run-import.ts';
export { badRowsText, fileProblemText, problemText, refusalText } from './words.ts';
