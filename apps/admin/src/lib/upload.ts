/** Why a file was not taken, as the server told it. */
export type UploadProblem = { error: string; limit?: number; is?: string | null };
type Answer = { id: string; name: string; mime: string; bytes: number };
export type Uploaded = ({ ok: true } & Answer) | ({ ok: false } & UploadProblem);

/** Sends one file for a purpose and tells how far it is; `fetch` cannot tell that of what it sends. */
export const uploadFile = (
  purpose: 'product-picture' | 'product-document',
  file: File,
  onProgress: (part: number) => void,
): Promise<Uploaded> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/uploads/${purpose}`);
    request.setRequestHeader('x-tradeline', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const answer = read(request.responseText);
      resolve(
        request.status === 200 ? { ok: true, ...(answer as Answer) } : { ok: false, error: 'unknown', ...answer },
      );
    };
    request.onerror = () => resolve({ ok: false, error: 'offline' });
    request.send(file);
  });

const read = (text: string): Partial<UploadProblem & Answer> => {
  try {
    return JSON.parse(text) as Partial<UploadProblem & Answer>;
  } catch {
    return {};
  }
};
