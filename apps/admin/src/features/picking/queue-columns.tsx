import { Link } from '@tanstack/react-router';
import { Badge, type Column, DateText } from '@tradeline/ui';
import { Zap } from 'lucide-react';
import { levelText } from '../../lib/level-words.ts';
import { momentStyle } from '../../lib/moment-style.ts';
import type { Outputs } from '../../lib/trpc.ts';
import type { Words } from '../../lib/words.ts';

export type QueueRow = Outputs['picking']['queue']['rows'][number];
type Say = (text: QueueRow['deliveryName']) => string;

/** What tells orders apart for whoever plans a walk: how urgent, how they leave, where to, how much. */
export const queueColumns = ({ t, quantity, day }: Words, say: Say): Column<QueueRow>[] => [
  {
    id: 'number',
    header: t.fulfil_order(),
    card: 'title',
    width: 'whitespace-nowrap',
    cell: (row) => (
      <span className="flex items-center gap-2">
        <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="tabular font-medium hover:underline">
          {row.number}
        </Link>
        {row.priority > 0 && (
          <Badge tone="danger">
            <Zap aria-hidden className="size-3" />
            {t.fulfil_urgent()}
          </Badge>
        )}
      </span>
    ),
  },
  {
    id: 'company',
    header: t.fulfil_customer(),
    width: 'w-full min-w-40',
    cell: (row) => (
      <span>
        {row.companyName} <span className="text-sm text-muted">{levelText(row.level, t)}</span>
        {row.note && <span className="block text-sm text-warning-ink">{row.note}</span>}
      </span>
    ),
  },
  {
    id: 'delivery',
    header: t.fulfil_delivery(),
    width: 'whitespace-nowrap',
    cell: (row) => say(row.deliveryName) || row.delivery || <span className="text-faint">{t.value_none()}</span>,
  },
  {
    id: 'region',
    header: t.fulfil_region(),
    width: 'whitespace-nowrap',
    cell: (row) => row.region ?? <span className="text-faint">{t.value_none()}</span>,
  },
  {
    id: 'zones',
    header: t.fulfil_zones(),
    width: 'whitespace-nowrap hidden xl:table-cell',
    cell: (row) =>
      row.zones.length > 0 ? row.zones.join(' · ') : <span className="text-faint">{t.value_none()}</span>,
  },
  {
    id: 'lines',
    header: t.fulfil_stops(),
    align: 'end',
    width: 'whitespace-nowrap',
    cell: (row) => <span className="tabular">{quantity(row.lines)}</span>,
  },
  {
    id: 'units',
    header: t.fulfil_units(),
    align: 'end',
    width: 'whitespace-nowrap',
    cell: (row) => (
      <span className="tabular">
        {quantity(row.units)}
        {row.owed > 0 && (
          <span className="ml-1 text-sm text-warning-ink">{t.fulfil_owed_too({ units: quantity(row.owed) })}</span>
        )}
      </span>
    ),
  },
  {
    id: 'wished',
    header: t.fulfil_wished(),
    width: 'whitespace-nowrap',
    cell: (row) =>
      row.wishedDate ? (
        <span className="tabular">{day(row.wishedDate)}</span>
      ) : (
        <span className="text-faint">{t.value_none()}</span>
      ),
  },
  {
    id: 'placed',
    header: t.fulfil_placed(),
    card: 'aside',
    width: 'whitespace-nowrap hidden lg:table-cell',
    cell: (row) => <DateText at={row.placedAt} style={momentStyle(row.placedAt)} className="text-muted" />,
  },
];
