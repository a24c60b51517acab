import type { Balance, StockKind } from '@tradeline/domain/inventory';
import type { Text } from './i18n.tsx';

/** A figure of a balance, or what is left of it to promise. */
export type Figure = keyof Balance | 'available';

const kinds: Record<StockKind, (t: Text) => string> = {
  receive: (t) => t.entry_receive(),
  reserve: (t) => t.entry_reserve(),
  release: (t) => t.entry_release(),
  allocate: (t) => t.entry_allocate(),
  deallocate: (t) => t.entry_deallocate(),
  ship: (t) => t.entry_ship(),
  return: (t) => t.entry_return(),
  adjust: (t) => t.entry_adjust(),
  'transfer-out': (t) => t.entry_transfer_out(),
  'transfer-in': (t) => t.entry_transfer_in(),
  'transfer-loss': (t) => t.entry_transfer_loss(),
  count: (t) => t.entry_count(),
  quarantine: (t) => t.entry_quarantine(),
  restock: (t) => t.entry_restock(),
  scrap: (t) => t.entry_scrap(),
};
/** What kind of movement it was. */
export const entryKindText = (kind: StockKind, t: Text): string => kinds[kind](t);

const figures: Record<Figure, (t: Text) => string> = {
  onHand: (t) => t.stock_on_hand(),
  reserved: (t) => t.stock_reserved(),
  allocated: (t) => t.stock_allocated(),
  quarantine: (t) => t.stock_quarantine(),
  inTransitIn: (t) => t.stock_transit(),
  inTransitOut: (t) => t.stock_transit_out(),
  available: (t) => t.stock_available(),
};
/** A figure of a balance by its name. */
export const figureText = (figure: Figure, t: Text): string => figures[figure](t);

const causes: Record<string, (t: Text) => string> = {
  'order-step': (t) => t.ledger_order(),
  opening: (t) => t.cause_opening(),
  import: (t) => t.cause_import(),
  adjustment: (t) => t.cause_adjustment(),
  'purchase-order': (t) => t.cause_purchase(),
  'stock-count': (t) => t.cause_count(),
  transfer: (t) => t.cause_transfer(),
  'lot-ended': (t) => t.stock_cause_lot_ended(),
  'put-back': (t) => t.stock_cause_put_back(),
  'return-good': (t) => t.stock_cause_return(),
  'return-damaged': (t) => t.stock_cause_return(),
};
/** Numbers of documents are for people, ids are not. */
const isDocument = (id: string): boolean => /^[A-Z]{2,}-\d+$/.test(id);

/** What made it move, with the number of its document; a cause that nobody knows stands as it is. */
export const causeText = ({ causeType, causeId }: { causeType: string; causeId: string }, t: Text): string =>
  [causes[causeType]?.(t) ?? causeType, isDocument(causeId) ? causeId : ''].filter(Boolean).join(' ');

/** Who moved it: a person's name, or the system it was imported from. */
export const actorText = (actor: string, t: Text): string =>
  actor === 'system'
    ? t.stock_by_system()
    : actor.startsWith('import:')
      ? t.source_import({ name: actor.slice('import:'.length) })
      : actor;
