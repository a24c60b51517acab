import type { Text } from '../../lib/i18n.tsx';

const kinds: Record<string, (t: Text) => string> = {
  receive: (t) => t.entry_receive(),
  reserve: (t) => t.entry_reserve(),
  release: (t) => t.entry_release(),
  allocate: (t) => t.entry_allocate(),
  deallocate: (t) => t.entry_deallocate(),
  ship: (t) => t.entry_ship(),
  return: (t) => t.entry_return(),
  adjust: (t) => t.entry_adjust(),
  transfer_out: (t) => t.entry_transfer_out(),
  transfer_in: (t) => t.entry_transfer_in(),
  count: (t) => t.entry_count(),
};
/** What kind of movement it was. */
export const entryKindText = (kind: string, t: Text): string => kinds[kind]?.(t) ?? kind;

const causes: Record<string, (t: Text) => string> = {
  'order-step': (t) => t.ledger_order(),
  opening: (t) => t.cause_opening(),
  import: (t) => t.cause_import(),
};
/** What made it move; a cause with a name of its own stands as it is. */
export const causeText = (cause: string, t: Text): string => causes[cause]?.(t) ?? cause;
