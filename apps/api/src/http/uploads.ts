import { createHash } from 'node:crypto';
import { newId } from '@tradeline/db';
import { uploadStore } from '@tradeline/db/stores';
import { allows, type BuyerAction, type StaffAction } from '@tradeline/domain/access';
import type { Hono } from 'hono';
import type { Context } from '../trpc/context.ts';
import { sniff } from './sniff.ts';

const MIB = 1024 * 1024;

type Purpose = {
  audience: 'buyer' | 'staff';
  action: StaffAction | BuyerAction;
  /** What the first bytes must say; a name's ending proves nothing. */
  kinds: readonly string[];
  bytes: number;
};

const PICTURE = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
const SHEET = ['application/zip', 'text/plain'];

/** What may be sent, by whom, how large. The file is kept as it came; what it is for reads and re-encodes it. */
export const uploadPurposes = {
  'product-picture': { audience: 'staff', action: 'product.edit', kinds: PICTURE, bytes: 10 * MIB },
  'brand-logo': { audience: 'staff', action: 'category.edit', kinds: PICTURE, bytes: 10 * MIB },
  'product-document': { audience: 'staff', action: 'product.edit', kinds: ['application/pdf'], bytes: 10 * MIB },
  'import-sheet': { audience: 'staff', action: 'product.import', kinds: SHEET, bytes: 5 * MIB },
  'import-prices': { audience: 'staff', action: 'price.edit', kinds: SHEET, bytes: 5 * MIB },
  'import-stock': { audience: 'staff', action: 'stock.adjust', kinds: SHEET, bytes: 5 * MIB },
  'import-pictures': { audience: 'staff', action: 'product.import', kinds: ['application/zip'], bytes: 200 * MIB },
  'order-lines': { audience: 'buyer', action: 'cart.edit', kinds: SHEET, bytes: 5 * MIB },
  'order-attachment': {
    audience: 'buyer',
    action: 'order.submit',
    kinds: [...PICTURE, 'application/pdf'],
    bytes: 10 * MIB,
  },
  'message-file': {
    audience: 'buyer',
    action: 'message.write',
    kinds: [...PICTURE, 'application/pdf'],
    bytes: 10 * MIB,
  },
  'staff-message-file': {
    audience: 'staff',
    action: 'message.write',
    kinds: [...PICTURE, 'application/pdf'],
    bytes: 10 * MIB,
  },
  'payment-voucher': {
    audience: 'buyer',
    action: 'payment.pay',
    kinds: [...PICTURE, 'application/pdf'],
    bytes: 10 * MIB,
  },
  'return-picture': { audience: 'buyer', action: 'return.request', kinds: PICTURE, bytes: 10 * MIB },
} as const satisfies Record<string, Purpose>;
export type UploadPurpose = keyof typeof uploadPurposes;

const isPurpose = (name: string): name is UploadPurpose => Object.hasOwn(uploadPurposes, name);

/**
 * `POST /uploads/<purpose>` with the bytes as the body and the file's name, percent-encoded, in `x-file-name`. Answers
 * `{ id, name, mime, bytes }`; a procedure is then told the id. Refused before the body is read where that can be known.
 */
export const serveUploads = (
  app: Hono,
  contextOf: (request: Request, resHeaders: Headers) => Promise<Context>,
): void => {
  app.post('/uploads/:purpose', async (c) => {
    const name = c.req.param('purpose');
    if (!isPurpose(name)) return c.json({ error: 'unknown-purpose' }, 404);
    const purpose: Purpose = uploadPurposes[name];
    const { deps, audience, buyer, staff } = await contextOf(c.req.raw, c.res.headers);
    if (audience !== purpose.audience) return c.json({ error: 'unknown-purpose' }, 404);
    const person = buyer ?? staff;
    if (!person) return c.json({ error: 'not-signed-in' }, 401);
    const permitted = buyer
      ? allows({ audience: 'buyer', roles: [buyer.role] }, purpose.action as BuyerAction)
      : staff && allows({ audience: 'staff', roles: [staff.role] }, purpose.action as StaffAction);
    if (!permitted) return c.json({ error: 'not-permitted' }, 403);

    const tooLarge = { error: 'too-large', limit: purpose.bytes };
    if (Number(c.req.header('content-length') ?? 0) > purpose.bytes) return c.json(tooLarge, 413);
    const bytes = await readAtMost(c.req.raw, purpose.bytes);
    if (!bytes) return c.json(tooLarge, 413);
    if (bytes.length === 0) return c.json({ error: 'empty' }, 400);
    const mime = sniff(bytes);
    if (!mime || !purpose.kinds.includes(mime))
      return c.json({ error: 'wrong-kind', is: mime ?? null, wanted: purpose.kinds }, 415);

    const id = newId();
    const file = `upload-${id}`;
    await deps.storage.put('private', file, bytes);
    const row = {
      id,
      ownerType: audience,
      ownerId: person.id,
      companyId: buyer?.company.id ?? null,
      purpose: name,
      name: fileName(c.req.header('x-file-name')),
      mime,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      file,
    };
    await uploadStore.add(deps.db, row);
    return c.json({ id, name: row.name, mime, bytes: row.bytes });
  });
};

/** The last part of what the person's machine calls the file, without anything that could act as a path or a control. */
const fileName = (header: string | undefined): string => {
  let name = '';
  try {
    name = decodeURIComponent(header ?? '');
  } catch {
    // A name that cannot be read is no reason to refuse the file.
  }
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  return last.replaceAll(/\p{C}/gu, '').normalize('NFC').trim().slice(0, 200) || 'file';
};

/** The body, or undefined as soon as it is longer than allowed, whatever its length header said. */
const readAtMost = async (request: Request, limit: number): Promise<Buffer | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, size);
};
