import { Badge, Button, RadioGroup } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { TitleDialog } from '../../lib/title-dialog.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';

/** No invoice with the order, or one made out to a title of the company. */
export const InvoiceChoice = ({
  titles,
  value,
  onValueChange,
}: {
  titles: Outputs['means']['titles'];
  value: string;
  onValueChange: (id: string) => void;
}) => {
  const t = useText();
  const mayEdit = useMay('address.edit');
  const [adding, setAdding] = useState(false);
  return (
    <div className="flex flex-col items-start gap-3">
      <RadioGroup
        className="w-full"
        label={t.checkout_invoice()}
        hiddenLabel
        value={value || 'none'}
        onValueChange={(id) => onValueChange(id === 'none' ? '' : id)}
        options={[
          { value: 'none', label: t.checkout_invoice_none() },
          ...titles.map((title) => ({
            value: title.id,
            label: (
              <span className="flex flex-wrap items-center gap-x-2">
                {title.title}
                <Badge>{title.kind === 'special' ? t.title_kind_special() : t.title_kind_ordinary()}</Badge>
              </span>
            ),
            description: title.taxNumber ? <span className="tabular">{title.taxNumber}</span> : undefined,
          })),
        ]}
      />
      {mayEdit && (
        <Button size="sm" onPress={() => setAdding(true)}>
          <Plus aria-hidden />
          {t.title_new()}
        </Button>
      )}
      <TitleDialog
        key={String(adding)}
        open={adding}
        onOpenChange={setAdding}
        onSaved={onValueChange}
        firstOne={titles.length === 0}
      />
    </div>
  );
};
