const starts = (bytes: Uint8Array, head: readonly number[], at = 0): boolean =>
  head.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** What a file is by its first bytes; `text/plain` for text without control bytes; undefined for anything else. */
export const sniff = (bytes: Uint8Array): string | undefined => {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, ascii('GIF87a')) || starts(bytes, ascii('GIF89a'))) return 'image/gif';
  if (starts(bytes, ascii('RIFF')) && starts(bytes, ascii('WEBP'), 8)) return 'image/webp';
  if (starts(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'application/zip';
  // Spreadsheet programs save "Unicode text" as UTF-16 with its mark.
  if (starts(bytes, [0xff, 0xfe]) && bytes.length % 2 === 0) return 'text/plain';
  return looksLikeText(bytes) ? 'text/plain' : undefined;
};

/** UTF-8 or GB18030 text of a spreadsheet program; markup and scripts are text too and are told apart by their reader. */
const looksLikeText = (bytes: Uint8Array): boolean =>
  !bytes.subarray(0, 65_536).some((byte) => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127);
