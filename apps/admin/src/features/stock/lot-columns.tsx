import { Link } from '@tanstack/react-router';
import { Button, type Column, DayText, IconButton, toast } from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { AlarmClock, AlarmClockOff } from 'lucide-react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { lotName } from '../../lib/lot-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { LotDays } from './lots-card.tsx';

type Row = Outputs['stock']['lots']['expiring']['rows'][number];
const SNOOZE_DAYS = 7;
/** What ended is set aside by itself; what of it still lies on the shelf is promised to orders. */
const ended = (row: Row): boolean => row.daysLeft !== null && row.daysLeft < 0;

/** A lot that ends: which goods, where, how much, how long, and what can be done about it. */
export const useLotColumns = (soon: number): Column<Row>[] => {
  const words = useWords();
  const { t, quantity, language } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const maySet = useMay('stock.set-levels');
  const mayAdjust = useMay('stock.adjust');
  const told = {
    onError: (error: unknown) => toast.error(problemText(error, words)),
    onSettled: () => utils.stock.invalidate(),
  };
  const snooze = trpc.stock.lots.snooze.useMutation(told);
  const setAside = trpc.stock.adjustments.add.useMutation(told);
  const putOff = (row: Row) =>
    snooze.mutate(
      { lotId: row.lotId, days: row.snoozedUntil ? 0 : SNOOZE_DAYS },
      { onSuccess: () => !row.snoozedUntil && toast.success(t.stock_lot_snooze_done({ code: row.code })) },
    );
  const aside = (row: Row) => {
    const units = row.onHand - row.picked;
    setAside.mutate(
      {
        ...{ warehouseId: row.warehouseId, reason: 'expired', note: row.code },
        lines: [
          {
            ...{ kind: 'quarantine', skuId: row.skuId, quantity: units },
            lots: [{ code: row.code, expiresOn: row.expiresOn, quantity: units }],
          },
        ],
      },
      { onSuccess: () => toast.success(t.stock_lot_set_aside_done({ code: row.code })) },
    );
  };
  return [
    {
      id: 'goods',
      header: t.stock_goods(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => (
        <GoodsCell
          goods={row}
          link={(name) => (
            <Link
              to="/stock/$skuId"
              params={{ skuId: row.skuId }}
              className="font-medium hover:underline md:line-clamp-1"
            >
              {name}
            </Link>
          )}
        />
      ),
    },
    { id: 'lot', header: t.stock_lot(), width: 'whitespace-nowrap', cell: (row) => lotName(row.code, t) },
    { id: 'place', header: t.stock_warehouse(), width: 'whitespace-nowrap', cell: (row) => say(row.warehouseName) },
    {
      id: 'ends',
      header: t.stock_lot_expiry(),
      width: 'whitespace-nowrap',
      cell: (row) => row.expiresOn && <DayText day={row.expiresOn} />,
    },
    {
      id: 'days',
      header: t.stock_lot_days_left(),
      card: 'aside',
      width: 'whitespace-nowrap',
      cell: (row) => <LotDays days={row.daysLeft} soon={soon} />,
    },
    { id: 'there', header: t.stock_on_hand(), align: 'end', cell: (row) => quantity(row.onHand) },
    { id: 'aside', header: t.stock_quarantine(), align: 'end', cell: (row) => quantity(row.quarantine) },
    {
      id: 'do',
      header: t.fulfil_act(),
      align: 'end',
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          {row.snoozedUntil && (
            <span className="text-sm whitespace-nowrap text-muted">
              {t.stock_alert_snoozed_until({
                day: formatInstant(row.snoozedUntil, language, 'date'),
                name: row.snoozedBy ?? '',
              })}
            </span>
          )}
          {ended(row) && row.onHand > 0 && (
            <span className="text-sm whitespace-nowrap text-danger-ink">
              {t.stock_lot_still_promised({ units: quantity(row.onHand) })}
            </span>
          )}
          {mayAdjust && !ended(row) && row.onHand > row.picked && (
            <Button
              size="sm"
              aria-label={`${t.stock_lot_set_aside()} ${row.code}`}
              pending={setAside.isPending && setAside.variables.note === row.code}
              onPress={() => aside(row)}
            >
              {t.stock_lot_set_aside()}
            </Button>
          )}
          {maySet && (
            <IconButton
              size="sm"
              label={(row.snoozedUntil ? t.stock_lot_wake_of : t.stock_lot_snooze_of)({ code: row.code })}
              icon={row.snoozedUntil ? <AlarmClock aria-hidden /> : <AlarmClockOff aria-hidden />}
              onPress={() => putOff(row)}
            />
          )}
        </span>
      ),
    },
  ];
};
