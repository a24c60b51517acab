export type UploadAnswer = { ok: true; id: string; name: string } | { ok: false; error: string; limit?: number };

/** Sends one file and tells how far it is, which `fetch` cannot tell of what it sends. */
export const sendFile = (purpose: string, file: File, onProgress: (part: number) => void): Promise<UploadAnswer> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/uploads/${purpose}`);
    request.setRequestHeader('x-tradeline', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const answer = (request.response ?? {}) as { id?: string; name?: string; error?: string; limit?: number };
      resolve(
        answer.id
          ? { ok: true, id: answer.id, name: answer.name ?? file.name }
          : { ok: false, error: answer.error ?? 'failed', ...(answer.limit ? { limit: answer.limit } : {}) },
      );
    };
    request.onerror = () => resolve({ ok: false, error: 'failed' });
    request.send(file);
  });
