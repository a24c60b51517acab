import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Button, buttonClass, Card, type Column, DataTable, EmptyState, PageHeader, toast } from '@tradeline/ui';
import { EyeOff, Plus } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { refText } from './assortment-words.ts';

type Row = Outputs['assortments']['list'][number];

/** Who sees which goods: every assortment, for whom it is and whether it holds. */
export const AssortmentsPage = () => {
  const words = useWords();
  const { t, list, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const mayEdit = useMay('assortment.edit');
  const utils = trpc.useUtils();
  const { data, error, refetch } = trpc.assortments.list.useQuery();
  const active = trpc.assortments.setActive.useMutation({
    onSuccess: () => utils.assortments.invalidate(),
    onError: (problem) => toast.error(problemText(problem, words)),
  });
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t.assortments_column_name(),
      card: 'title',
      width: 'min-w-48',
      cell: (row) => (
        <Link to="/assortments/$id" params={{ id: row.id }} className="font-medium hover:underline">
          {say(row.name)} <span className="text-sm font-normal whitespace-nowrap text-faint">{row.code}</span>
        </Link>
      ),
    },
    {
      id: 'effect',
      header: t.assortments_column_effect(),
      width: 'whitespace-nowrap',
      cell: (row) => (
        <Badge tone={row.effect === 'only' ? 'accent' : 'warning'}>
          {row.effect === 'only' ? t.assortments_only() : t.assortments_hide()}
        </Badge>
      ),
    },
    {
      id: 'audience',
      header: t.assortments_column_audience(),
      width: 'w-full min-w-48',
      cell: (row) =>
        row.audiences.length === 0
          ? t.assortments_nobody()
          : list(row.audiences.slice(0, 4).map((one) => refText(one, t, say))) +
            (row.audiences.length > 4 ? t.assortments_more({ count: row.audiences.length - 4 }) : ''),
    },
    {
      id: 'goods',
      header: t.assortments_column_goods(),
      align: 'end',
      cell: (row) => quantity(Object.values(row.goods).reduce((sum, n) => sum + n, 0)),
    },
    {
      id: 'active',
      header: t.assortments_column_active(),
      card: 'aside',
      cell: (row) => (
        <Button
          size="sm"
          look={row.active ? 'secondary' : 'quiet'}
          disabledReason={mayEdit ? undefined : t.refusal_not_permitted()}
          aria-label={`${row.active ? t.assortments_on() : t.assortments_off()}, ${say(row.name)}: ${row.active ? t.assortments_switch_off() : t.assortments_switch_on()}`}
          onPress={() => active.mutate({ id: row.id, active: !row.active })}
        >
          {row.active ? t.assortments_on() : t.assortments_off()}
        </Button>
      ),
    },
  ];
  return (
    <div className="mx-auto w-full max-w-[90rem] p-4 md:p-5">
      <PageHeader
        title={t.assortments_heading()}
        meta={t.assortments_lead()}
        actions={
          mayEdit && (
            <Link to="/assortments/$id" params={{ id: 'new' }} className={buttonClass({ look: 'primary' })}>
              <Plus aria-hidden />
              {t.assortments_new()}
            </Link>
          )
        }
      />
      <SectionTabs section="visibility" />
      <Card className="overflow-hidden">
        <DataTable
          label={t.assortments_title()}
          columns={columns}
          rows={data}
          rowKey={(row) => row.id}
          rowName={(row) => say(row.name)}
          onOpen={(row) => void navigate({ to: '/assortments/$id', params: { id: row.id } })}
          error={error && !data ? <LoadError error={error} onRetry={() => void refetch()} /> : undefined}
          empty={
            <EmptyState icon={<EyeOff aria-hidden />} title={t.assortments_empty_title()}>
              {t.assortments_empty_body()}
            </EmptyState>
          }
        />
      </Card>
    </div>
  );
};
