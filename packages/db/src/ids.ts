import { randomBytes } from 'node:crypto';
import type { Brand } from '@tradeline/domain/kernel';

/** A new UUIDv7 (RFC 9562): 48 bits of time, then chance, so that keys made later sort later and index pages stay warm. */
export const newId = <T extends Brand<string, string>>(): T => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T;
};
