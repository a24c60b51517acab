import { type Tx, transact } from '@tradeline/db';
import { type CartOwner, namedCartStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** As many as a person can tell apart. */
const MOST = 20;

export const ownerOf = (buyer: Pick<Buyer, 'id' | 'company'>): CartOwner => ({
  companyId: buyer.company.id,
  buyerId: buyer.id,
});

type Db = Pick<Deps, 'db'>;
const gone = err({ kind: 'cart-not-found' } as const);

/** A new cart, which takes what is added from now on; the others keep what they hold. */
export const createCart = ({ db }: Db, owner: CartOwner, name: string): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const held = await namedCartStore.hold(tx, owner);
    if (held.length >= MOST) return err({ kind: 'too-many-carts', limit: MOST });
    const id = await namedCartStore.add(tx, owner, name);
    await namedCartStore.choose(tx, owner, id);
    return ok({ id });
  });

export const renameCart = async (
  { db }: Db,
  owner: CartOwner,
  id: string,
  name: string,
): Promise<Result<void, Refusal>> => ((await namedCartStore.rename(db, owner, id, name)) ? ok(undefined) : gone);

/** Which cart takes what is added. */
export const chooseCart = ({ db }: Db, owner: CartOwner, id: string): Promise<Result<void, Refusal>> =>
  withHeld(db, owner, id, async (tx) => {
    await namedCartStore.choose(tx, owner, id);
    return ok(undefined);
  });

/** Puts a cart away; another one takes its place as the current one. It can be brought back for a day. */
export const discardCart = ({ db }: Db, owner: CartOwner, id: string): Promise<Result<void, Refusal>> =>
  withHeld(db, owner, id, async (tx, held) => {
    await namedCartStore.discard(tx, owner, id);
    const wasCurrent = held.some((cart) => cart.id === id && cart.current);
    const [next] = wasCurrent ? await namedCartStore.list(tx, owner) : [];
    if (next) await namedCartStore.choose(tx, owner, next.id);
    return ok(undefined);
  });

/** Brings a cart back as the current one. */
export const restoreCart = ({ db }: Db, owner: CartOwner, id: string): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(db, async (tx) => {
    const held = await namedCartStore.hold(tx, owner);
    if (held.length >= MOST) return err({ kind: 'too-many-carts', limit: MOST });
    if (!(await namedCartStore.restore(tx, owner, id))) return gone;
    await namedCartStore.choose(tx, owner, id);
    return ok(undefined);
  });

/** Lines of the current cart go to another; how many went. */
export const moveLines = (
  { db }: Db,
  owner: CartOwner,
  to: string,
  skuIds: readonly string[],
): Promise<Result<{ moved: number }, Refusal>> =>
  withHeld(db, owner, to, async (tx, held) => {
    const from = held.find((cart) => cart.current);
    if (!from || from.id === to) return gone;
    return ok({ moved: await namedCartStore.move(tx, from.id, to, skuIds) });
  });

const withHeld = <T>(
  db: Deps['db'],
  owner: CartOwner,
  id: string,
  work: (tx: Tx, held: { id: string; current: boolean }[]) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  transact<T, Refusal>(db, async (tx) => {
    const held = await namedCartStore.hold(tx, owner);
    return held.some((cart) => cart.id === id) ? work(tx, held) : gone;
  });
