import { Badge, Button, ConfirmDialog, toast } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { SharingRule } from './sharing-page.tsx';
import { sharingFigures, sharingSince } from './sharing-words.ts';

/** So many item numbers are named; of more, how many there are. */
const NAMED = 3;

/** A rule: whose, of which goods, and its figures. Ending it says first what becomes free. */
export const SharingRuleRow = ({ rule, onEdit }: { rule: SharingRule; onEdit: (() => void) | undefined }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [ending, setEnding] = useState(false);
  const remove = trpc.stock.sharing.remove.useMutation({
    onSuccess: () => toast.success(t.stock_sharing_ended()),
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: async () => {
      await utils.stock.sharing.invalidate();
      setEnding(false);
    },
  });
  const who = rule.groupName ? say(rule.groupName) : t.stock_sharing_everyone();
  const items = rule.goods
    .slice(0, NAMED)
    .map(({ itemNumber }) => itemNumber)
    .join(', ');
  const goods =
    rule.skuIds === null
      ? t.stock_sharing_goods_all()
      : rule.goods.length > NAMED
        ? t.stock_sharing_goods_more({ items, n: quantity(rule.goods.length) })
        : items;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{who}</p>
        <p className="truncate text-sm text-muted">{goods}</p>
        <p className="mt-1.5 flex flex-wrap gap-1.5">
          {sharingFigures(rule, words).map((figure) => (
            <Badge key={figure} tone="info">
              {figure}
            </Badge>
          ))}
        </p>
        <p className="mt-1.5 text-sm text-faint">{sharingSince(rule, words)}</p>
      </div>
      {onEdit && (
        <div className="flex gap-2">
          <Button size="sm" aria-label={t.stock_sharing_edit_of({ who })} onPress={onEdit}>
            {t.stock_sharing_edit()}
          </Button>
          <Button size="sm" aria-label={t.stock_sharing_end_of({ who })} onPress={() => setEnding(true)}>
            {t.stock_sharing_end()}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title={t.stock_sharing_end_title()}
        cancelLabel={t.cancel()}
        confirmLabel={t.stock_sharing_end()}
        destructive
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ id: rule.id, version: rule.version })}
      >
        {t.stock_sharing_end_body({ who, warehouse: say(rule.warehouseName) })}
      </ConfirmDialog>
    </li>
  );
};
