import { Badge, Button, RadioGroup } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { AddressDialog } from '../../lib/address-dialog.tsx';
import { addressText } from '../../lib/address-lines.tsx';
import { useText } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';

const FEW = 2;

/** The chosen address; the others of the book at a press; or a new one, which is then chosen. */
export const AddressChoice = ({
  addresses,
  value,
  error,
  onValueChange,
}: {
  addresses: Outputs['account']['addresses'];
  value: string;
  error: string | undefined;
  onValueChange: (id: string) => void;
}) => {
  const t = useText();
  const mayEdit = useMay('address.edit');
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(addresses.length <= FEW);
  const chosen = addresses.filter((address) => address.id === value);
  const shown = all || chosen.length === 0 ? addresses : chosen;
  return (
    <div className="flex flex-col items-start gap-3">
      {addresses.length === 0 ? (
        <p className="text-muted">{t.checkout_no_address()}</p>
      ) : (
        <RadioGroup
          className="w-full"
          label={t.checkout_address()}
          hiddenLabel
          value={value}
          onValueChange={(id) => {
            onValueChange(id);
            setAll(addresses.length <= FEW);
          }}
          options={shown.map((address) => ({
            value: address.id,
            label: (
              <span className="flex flex-wrap items-center gap-x-2">
                {address.label ?? address.contactName}
                {address.isDefault && <Badge>{t.address_default_badge()}</Badge>}
                <span className="tabular font-normal text-muted">
                  {address.label ? `${address.contactName} ` : ''}
                  {address.phone}
                </span>
              </span>
            ),
            description: addressText(address),
          }))}
        />
      )}
      {error && <p className="text-sm text-danger-ink">{error}</p>}
      <div className="flex flex-wrap gap-2">
        {shown.length < addresses.length && (
          <Button size="sm" onPress={() => setAll(true)}>
            {t.checkout_other_addresses({ count: addresses.length - shown.length })}
          </Button>
        )}
        {mayEdit && (
          <Button size="sm" onPress={() => setAdding(true)}>
            <Plus aria-hidden />
            {t.checkout_add_address()}
          </Button>
        )}
      </div>
      <AddressDialog
        key={String(adding)}
        open={adding}
        onOpenChange={setAdding}
        onSaved={onValueChange}
        firstOne={addresses.length === 0}
      />
    </div>
  );
};
