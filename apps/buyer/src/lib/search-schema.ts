/** Reads a value of the address; one that was tampered with, or is of an older version, becomes the fallback. */
export { catch as withFallback } from 'zod/mini';
