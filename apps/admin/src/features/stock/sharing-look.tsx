import { Card, CardHeader, Notice, Skeleton } from '@tradeline/ui';
import { useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { GoodsField, type StockGoods } from './goods-field.tsx';
import { SharingTable } from './sharing-table.tsx';

export type SharingPreview = Outputs['stock']['sharing']['preview'];

/** What each kind of customer may take of goods at this moment. */
export const SharingLook = () => {
  const words = useWords();
  const { t } = words;
  const [goods, setGoods] = useState<StockGoods>();
  const look = trpc.stock.sharing.preview.useQuery({ skuId: goods?.skuId ?? '' }, { enabled: goods !== undefined });
  return (
    <Card className="min-w-0">
      <CardHeader title={t.stock_sharing_look()} />
      <div className="flex flex-col gap-3 p-4">
        <GoodsField label={t.stock_sharing_choose()} onChoose={setGoods} />
        {goods ? <GoodsCell goods={goods} /> : <p className="text-sm text-muted">{t.stock_sharing_look_hint()}</p>}
        {look.error && <Notice tone="danger">{problemText(look.error, words)}</Notice>}
        {goods && !look.data && !look.error && <Skeleton className="h-32 w-full" />}
        {goods && look.data && <SharingTable preview={look.data} />}
      </div>
    </Card>
  );
};
