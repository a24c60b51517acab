import { type Tx, transact } from '@tradeline/db';
import {
  auditStore,
  type CartOwner,
  type HeldCart,
  type LeftCart,
  leftCart,
  namedCartStore,
} from '@tradeline/db/stores';
import { allows } from '@tradeline/domain/access';
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

/** Whether he looks after all of his company's carts, those that somebody left behind unshared among them. */
const overAll = ({ role }: Pick<Buyer, 'role'>): boolean =>
  allows({ audience: 'buyer', roles: [role] }, 'cart.edit') === 'company';

export const listCarts = ({ db }: Db, buyer: Buyer) => namedCartStore.list(db, ownerOf(buyer), overAll(buyer));

/** A new cart, which takes what is added from now on; the others keep what they hold. */
export const createCart = ({ db }: Db, owner: CartOwner, name: string): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const held = await namedCartStore.hold(tx, owner);
    if (isFull(held)) return tooMany;
    const id = await namedCartStore.add(tx, owner, name);
    await goTo(tx, owner, id);
    return ok({ id });
  });

export const renameCart = async (
  { db }: Db,
  owner: CartOwner,
  id: string,
  name: string,
): Promise<Result<void, Refusal>> => ((await namedCartStore.rename(db, owner, id, name)) ? ok(undefined) : gone);

/** Which cart takes what is added: his own, or one that a colleague shares. */
export const chooseCart = ({ db }: Db, owner: CartOwner, id: string): Promise<Result<void, Refusal>> =>
  withHeld(db, owner, id, async (tx, _, { own }) => {
    await (own ? goTo(tx, owner, id) : namedCartStore.join(tx, owner, id));
    return ok(undefined);
  });

/** Out of a colleague's cart: what is added goes into his own again. Told once, why, where it was not his doing. */
export const leaveCart = ({ db }: Db, owner: CartOwner): Promise<void> => namedCartStore.leave(db, owner);
export const viewLeftCart = async ({ db }: Db, owner: CartOwner): Promise<LeftCart | null> =>
  (await leftCart(db, owner)) ?? null;

/** Shows an own cart to the colleagues, who then fill and order it too; or takes it back, with all that is in it. */
export const shareCart = async (
  { db }: Db,
  owner: CartOwner,
  id: string,
  shared: boolean,
): Promise<Result<void, Refusal>> => ((await namedCartStore.share(db, owner, id, shared)) ? ok(undefined) : gone);

/** Makes a cart his own, and the current one, whose owner works here no longer. */
export const takeCartOver = ({ db }: Db, buyer: Buyer, requestId: string, id: string): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(db, async (tx) => {
    const owner = ownerOf(buyer);
    if (isFull(await namedCartStore.hold(tx, owner))) return tooMany;
    const taken = await namedCartStore.takeOver(tx, owner, id, overAll(buyer));
    if (!taken) return gone;
    await goTo(tx, owner, id);
    await auditStore.add(tx, {
      actor: { type: 'buyer', id: buyer.id, name: buyer.name },
      action: 'cart.take-over',
      subject: { type: 'cart', id },
      before: { owner: taken.from },
      after: { owner: buyer.name },
      requestId,
    });
    return ok(undefined);
  });

/** Puts a cart away; another one takes its place as the current one. It can be brought back for a day. */
export const discardCart = ({ db }: Db, owner: CartOwner, id: string): Promise<Result<void, Refusal>> =>
  withHeld(db, owner, id, async (tx, _, { current }) => {
    if (!(await namedCartStore.discard(tx, owner, id))) return gone;
    const next = current ? (await namedCartStore.list(tx, owner, false)).find((cart) => cart.own) : undefined;
    if (next) await namedCartStore.choose(tx, owner, next.id);
    return ok(undefined);
  });

/** Brings a cart back as the current one. */
export const restoreCart = ({ db }: Db, owner: CartOwner, id: string): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(db, async (tx) => {
    const held = await namedCartStore.hold(tx, owner);
    if (isFull(held)) return tooMany;
    if (!(await namedCartStore.restore(tx, owner, id))) return gone;
    await goTo(tx, owner, id);
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
    const from = held.find((cart) => cart.current && !cart.own) ?? held.find((cart) => cart.current);
    if (!from || from.id === to) return gone;
    return ok({ moved: await namedCartStore.move(tx, from.id, to, skuIds, owner.buyerId) });
  });

const tooMany = err({ kind: 'too-many-carts', limit: MOST } as const);
const isFull = (held: readonly HeldCart[]): boolean => held.filter(({ own }) => own).length >= MOST;

/** His own cart is current, and he is in no colleague's. */
const goTo = async (tx: Tx, owner: CartOwner, id: string): Promise<void> => {
  await namedCartStore.choose(tx, owner, id);
  await namedCartStore.leave(tx, owner);
};

const withHeld = <T>(
  db: Deps['db'],
  owner: CartOwner,
  id: string,
  work: (tx: Tx, held: HeldCart[], cart: HeldCart) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  transact<T, Refusal>(db, async (tx) => {
    const held = await namedCartStore.hold(tx, owner);
    const cart = held.find((one) => one.id === id);
    return cart ? work(tx, held, cart) : gone;
  });
