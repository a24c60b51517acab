import { Link } from '@tanstack/react-router';
import { Breadcrumbs, Button, buttonClass, Skeleton, usePageTitle } from '@tradeline/ui';
import { Package } from 'lucide-react';
import { useState } from 'react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { useText } from '../../lib/i18n.tsx';
import { type Asked, LedgerDrawer } from '../../lib/ledger-drawer.tsx';
import { searchOf } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { Picture } from '../../lib/picture.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import { BalanceTable } from './balance-table.tsx';
import { HeldCard, ReceiptsCard } from './held-card.tsx';
import { LotsCard } from './lots-card.tsx';
import { SafetyDialog } from './safety-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

/** One SKU: what lies where, the ledger behind each figure, who holds it, what is to come. */
export const SkuPage = ({ skuId }: { skuId: string }) => {
  const t = useText();
  const nameOf = useGoodsName();
  const mayOpenProduct = useMay('product.read');
  const mayAdjust = useMay('stock.adjust');
  const maySet = useMay('stock.set-levels');
  const mayTransfer = useMay('stock.transfer');
  const [doing, setDoing] = useState<'adjust' | 'transfer' | 'safety'>();
  const [asked, setAsked] = useState<Asked>();
  const { data: sku, error, refetch } = trpc.stock.sku.useQuery({ skuId });
  usePageTitle(sku && `${sku.itemNumber} · ${t.stock_title()}`);
  if (error && !sku) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-4 p-4 md:p-5">
      <header className="flex flex-col gap-2">
        <Breadcrumbs
          steps={[
            {
              key: 'stock',
              node: (
                <Link to="/stock" search={searchOf('stock')}>
                  {t.stock_title()}
                </Link>
              ),
            },
            { key: 'sku', node: <span>{sku?.itemNumber ?? '…'}</span> },
          ]}
        />
        {sku ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Picture picture={sku.picture} sizes="56px" eager className="size-14 shrink-0 border border-line" />
            <div className="min-w-0 flex-1 basis-72">
              <h1 className="text-xl font-semibold tracking-tight">{nameOf(sku)}</h1>
              <p className="tabular text-muted">{sku.itemNumber}</p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {maySet && sku.balances.length > 0 && (
                <Button onPress={() => setDoing('safety')}>{t.stock_safety_edit()}</Button>
              )}
              {mayAdjust && <Button onPress={() => setDoing('adjust')}>{t.stock_adjust_new()}</Button>}
              {mayTransfer && <Button onPress={() => setDoing('transfer')}>{t.stock_transfer_new()}</Button>}
              {mayOpenProduct && (
                <Link
                  to="/products/$productId"
                  params={{ productId: sku.productId }}
                  className={buttonClass({ look: 'quiet' })}
                >
                  <Package aria-hidden />
                  {t.stock_sku_product()}
                </Link>
              )}
            </div>
          </div>
        ) : (
          <Skeleton className="h-14 w-80" />
        )}
      </header>
      {sku ? (
        <>
          <BalanceTable sku={sku} onAsk={setAsked} />
          {sku.byLot !== 'none' && <LotsCard skuId={skuId} />}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <HeldCard sku={sku} />
            <ReceiptsCard sku={sku} />
          </div>
        </>
      ) : (
        <Skeleton className="h-80 w-full rounded-lg" />
      )}
      {sku && doing === 'adjust' && <AdjustDialog goods={sku} onClose={() => setDoing(undefined)} />}
      {sku && doing === 'safety' && <SafetyDialog sku={sku} onClose={() => setDoing(undefined)} />}
      {sku && doing === 'transfer' && <TransferDialog goods={sku} onClose={() => setDoing(undefined)} />}
      <LedgerDrawer asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  );
};
