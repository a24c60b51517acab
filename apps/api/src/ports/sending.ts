import type { Result } from '@tradeline/domain/kernel';

/** What a person reads beside the app. `id` is ours for ever: sent again under it, it is the same message. */
export type Letter = { id: string; to: string; subject: string; text: string };
export type ShortMessage = Omit<Letter, 'subject'>;

/** A refusal is final (no such address); without an answer it may have gone out, and is tried again under its id. */
export type SendProblem = { kind: 'refused' | 'no-answer'; detail: string };

export type Mail = { send: (letter: Letter) => Promise<Result<void, SendProblem>> };
export type Sms = { send: (message: ShortMessage) => Promise<Result<void, SendProblem>> };
