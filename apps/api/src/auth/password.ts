import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id (the library's algorithm unless told otherwise): 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const AT_ONCE = 2;
const MAY_WAIT = 16;
let running = 0;
const waiting: (() => void)[] = [];

/** Two hashes at a time saturate two cores; a longer queue than this is an attack, and the caller says "busy". */
const inTurn = async <T>(work: () => Promise<T>): Promise<T | 'busy'> => {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAY_WAIT) return 'busy';
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
};

export const hashPassword = (plain: string): Promise<string> => hash(plain.normalize('NFKC'), settings);

let dummy: Promise<string> | undefined;

/** Checks a password; an unknown account costs the same time as a known one, so that timing names nobody. */
export const verifyPassword = async (stored: string | undefined, plain: string): Promise<boolean | 'busy'> => {
  dummy ??= hashPassword('nobody has this password');
  const against = stored ?? (await dummy);
  const matches = await inTurn(() => verify(against, plain.normalize('NFKC')));
  return matches === 'busy' ? matches : matches && stored !== undefined;
};
