/** Sends a logo; answers with the id of the upload, or undefined when the file was not taken. */
export const sendLogo = async (file: File): Promise<string | undefined> => {
  const answer = await fetch('/uploads/brand-logo', {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  }).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { id: string }).id : undefined;
};
