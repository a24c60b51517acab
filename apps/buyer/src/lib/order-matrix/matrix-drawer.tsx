import { Drawer, useWide } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../i18n.tsx';
import { type MatrixProduct, ProductMatrix } from './product-matrix.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { useSheet } from './use-sheet.ts';

/** Quick ordering of goods with variants without leaving the list: beside it on a desk, from below on a phone. */
const MatrixDrawer = ({
  product,
  onClosed,
}: {
  product: MatrixProduct & { name: { zh: string; en?: string | undefined } };
  onClosed: () => void;
}) => {
  const say = useBilingual();
  const wide = useWide();
  const sheet = useSheet();
  const [open, setOpen] = useState(true);
  const close = () => {
    setOpen(false);
    setTimeout(onClosed, 200);
  };
  return (
    <Drawer
      wide
      side={wide ? 'end' : 'bottom'}
      open={open}
      onOpenChange={(next) => !next && close()}
      title={say(product.name)}
      footer={<SheetBar sheet={sheet} onAdded={close} />}
    >
      <div className="[--matrix-ground:var(--color-raised)]">
        <ProductMatrix product={product} name={say(product.name)} sheet={sheet} />
      </div>
    </Drawer>
  );
};

export default MatrixDrawer;
