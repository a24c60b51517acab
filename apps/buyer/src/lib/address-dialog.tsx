import { whenOpen } from '@tradeline/ui';
import type { AddressDialogProps } from './address/address-dialog.tsx';

/** The form of an address, fetched when it is opened: most orders go where the last one went. */
export const AddressDialog = whenOpen<AddressDialogProps>(() =>
  import('./address/address-dialog.tsx').then((module) => module.AddressDialog),
);
