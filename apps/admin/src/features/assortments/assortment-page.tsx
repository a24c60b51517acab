import { Link, useNavigate } from '@tanstack/react-router';
import {
  Breadcrumbs,
  Button,
  Card,
  CardHeader,
  Checkbox,
  Notice,
  PageHeader,
  RadioGroup,
  Skeleton,
  TextField,
  toast,
} from '@tradeline/ui';
import { useState } from 'react';
import { BilingualFields } from '../../lib/bilingual-fields.tsx';
import { type Bilingual, useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { AddAudience } from './add-audience.tsx';
import { AddGoods } from './add-goods.tsx';
import { PreviewText } from './preview-text.tsx';
import { type Ref, RefList } from './ref-list.tsx';

type Draft = Omit<Outputs['assortments']['get'], 'id' | 'name' | 'audiences' | 'goods'> & {
  name: Bilingual;
  audiences: Ref[];
  goods: Ref[];
};
type Sent = Parameters<ReturnType<typeof trpc.assortments.save.useMutation>['mutate']>[0]['draft'];

const blank: Draft = { code: '', name: { zh: '' }, effect: 'only', active: false, audiences: [], goods: [] };

/** One assortment: for whom, which goods, and what saving it would do. `new` begins one. */
export const AssortmentPage = ({ id }: { id: string }) => {
  const isNew = id === 'new';
  const { data, error, refetch } = trpc.assortments.get.useQuery({ id }, { enabled: !isNew });
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!isNew && !data) return <Skeleton className="m-5 h-64" />;
  return <AssortmentForm key={id} id={isNew ? undefined : id} stored={data ?? blank} />;
};

const bare = ({ kind, ref }: Ref) => (ref === undefined ? { kind } : { kind, ref });
const same = (a: Ref) => (b: Ref) => a.kind === b.kind && a.ref === b.ref;

const AssortmentForm = ({ id, stored }: { id: string | undefined; stored: Draft }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const mayEdit = useMay('assortment.edit');
  const [draft, setDraft] = useState<Draft>(stored);
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    preview.reset();
  };
  const sent = () =>
    ({
      code: draft.code.trim(),
      name: draft.name,
      effect: draft.effect,
      active: draft.active,
      audiences: draft.audiences.map(bare),
      goods: draft.goods.map(bare),
    }) as Sent;
  const preview = trpc.assortments.preview.useMutation();
  const save = trpc.assortments.save.useMutation({
    onSuccess: async () => {
      await utils.assortments.invalidate();
      toast.success(t.assortments_saved());
      void navigate({ to: '/assortments' });
    },
  });
  const remove = trpc.assortments.remove.useMutation({
    onSuccess: async (gone) => {
      await utils.assortments.invalidate();
      toast(t.assortments_removed({ name: say(gone.name) }), {
        duration: 20_000,
        action: { label: t.assortments_undo(), onClick: () => save.mutate({ draft: gone as Sent }) },
      });
      void navigate({ to: '/assortments' });
    },
  });
  const missing = draft.code.trim() === '' || draft.name.zh.trim() === '' ? t.assortments_name_first() : undefined;
  const problem = save.error ?? preview.error ?? remove.error;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 md:p-5">
      <PageHeader
        className="pb-0"
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'list', node: <Link to="/assortments">{t.assortments_title()}</Link> },
              { key: 'this', node: <span>{id ? say(stored.name) : t.assortments_new()}</span> },
            ]}
          />
        }
        title={id ? say(stored.name) : t.assortments_new()}
        actions={
          id && mayEdit ? (
            <Button look="quiet-danger" pending={remove.isPending} onPress={() => remove.mutate({ id })}>
              {t.assortments_remove()}
            </Button>
          ) : undefined
        }
      />
      {problem && (
        <Notice tone="danger" live>
          {problemText(problem, words)}
        </Notice>
      )}
      <Card className="flex flex-col gap-4 p-4">
        <BilingualFields label={t.assortments_name()} value={draft.name} onValueChange={(name) => change({ name })} />
        <TextField
          className="max-w-60"
          label={t.assortments_code()}
          value={draft.code}
          onChange={(event) => change({ code: event.target.value })}
        />
        <RadioGroup
          label={t.assortments_column_effect()}
          value={draft.effect}
          onValueChange={(effect) => change({ effect })}
          options={[
            { value: 'only', label: t.assortments_only(), description: t.assortments_only_hint() },
            { value: 'hide', label: t.assortments_hide(), description: t.assortments_hide_hint() },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title={t.assortments_column_audience()} />
        <div className="flex flex-col gap-4 p-4">
          <RefList
            label={t.assortments_column_audience()}
            empty={t.assortments_nobody()}
            refs={draft.audiences}
            onRemove={(gone) => change({ audiences: draft.audiences.filter((one) => !same(gone)(one)) })}
          />
          <AddAudience onAdd={(one) => change({ audiences: [...draft.audiences.filter((b) => !same(one)(b)), one] })} />
        </div>
      </Card>
      <Card>
        <CardHeader title={t.assortments_column_goods()} />
        <div className="flex flex-col gap-4 p-4">
          <RefList
            label={t.assortments_column_goods()}
            empty={t.assortments_no_goods()}
            refs={draft.goods}
            onRemove={(gone) => change({ goods: draft.goods.filter((one) => !same(gone)(one)) })}
          />
          <AddGoods onAdd={(one) => change({ goods: [...draft.goods.filter((b) => !same(one)(b)), one] })} />
        </div>
      </Card>
      <Card className="flex flex-col gap-4 p-4">
        <Checkbox
          checked={draft.active}
          onCheckedChange={(active) => change({ active })}
          label={t.assortments_active()}
        />
        {preview.data && <PreviewText preview={preview.data} active={draft.active} />}
        <div className="flex flex-wrap gap-2">
          <Button
            pending={preview.isPending}
            disabledReason={missing}
            onPress={() => preview.mutate({ id, draft: sent() })}
          >
            {t.assortments_preview()}
          </Button>
          <Button
            look="primary"
            pending={save.isPending}
            disabledReason={mayEdit ? missing : t.refusal_not_permitted()}
            onPress={() => save.mutate({ id, draft: sent() })}
          >
            {t.assortments_save()}
          </Button>
        </div>
      </Card>
    </div>
  );
};
