export type SentFile = { id: string; name: string };
export type SendProblem = 'too-large' | 'wrong-kind' | 'failed';

/** Sends a file for a purpose the server knows; the answer's id is then told to a procedure. */
export const sendFile = async (purpose: 'staff-message-file', file: File): Promise<SentFile | SendProblem> => {
  const answer = await fetch(`/uploads/${purpose}`, {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(file.name.toWellFormed()) },
    body: file,
  }).catch(() => undefined);
  if (answer?.ok) {
    const { id, name } = (await answer.json()) as SentFile;
    return { id, name };
  }
  if (answer?.status === 413) return 'too-large';
  return answer?.status === 415 ? 'wrong-kind' : 'failed';
};
