const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHORT = /^[\w-]{21}[AQgw]$/;

/** An id as an address carries it: 22 characters instead of 36. */
const shorten = (id: string): string =>
  btoa(String.fromCharCode(...(id.replaceAll('-', '').match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const lengthen = (short: string): string => {
  const bytes = atob(short.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** Several ids as one short text, always the same for the same ids; nothing for none. */
export const writeIds = (ids: readonly string[]): string | undefined =>
  ids.length === 0
    ? undefined
    : [...new Set(ids.map((id) => id.toLowerCase()))]
        .filter((id) => UUID.test(id))
        .map(shorten)
        .sort()
        .join('.');

/** The ids of such a text; what is not one is left out, so that an address tampered with still shows something. */
export const readIds = (text: string | undefined): string[] =>
  (text ?? '')
    .split('.')
    .filter((part) => SHORT.test(part))
    .map(lengthen);
