import { clashing, productChanges } from '@tradeline/domain/catalog';
import { Badge, Button, DateText, Dialog } from '@tradeline/ui';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { type Choices, toDraft, toForm } from './form-model.ts';
import { Change } from './history-drawer.tsx';
import { fieldText } from './problem-words.ts';
import type { Editor } from './use-editor.ts';

/** Somebody saved first: what they changed, what I changed, where both touched the same, and the ways to go on. */
export const ConflictDialog = ({ editor, choices }: { editor: Editor; choices: Choices | undefined }) => {
  const t = useText();
  const say = useBilingual();
  const { conflict, base, form, definitions, seesCost, settle } = editor;
  if (!conflict) return null;
  const was = toDraft(toForm(base), base.definitions, seesCost);
  const theirs = productChanges(was, toDraft(toForm(conflict.theirs), conflict.theirs.definitions, seesCost));
  const mine = productChanges(was, toDraft(form, definitions, seesCost));
  const clashes = clashing(mine, theirs);
  const attributeName = (code: string) => say(definitions.find((each) => each.code === code)?.name) || code;
  const list = (title: string, changes: typeof mine) => (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      {changes.length === 0 && <p className="text-muted">{t.pe_conflict_none()}</p>}
      <dl className="flex flex-col gap-1.5">
        {changes.map((change) => (
          <div key={change.field} className="rounded-md bg-sunken px-2.5 py-1.5 text-sm">
            <dt className="flex items-center gap-2 text-muted">
              {fieldText(change.field, t, attributeName)}
              {clashes.includes(change.field) && <Badge tone="danger">{t.pe_conflict_both()}</Badge>}
            </dt>
            <dd>
              <Change change={change} product={base} choices={choices} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && void settle('later')}
      keepOnOutsidePress
      size="lg"
      title={t.pe_conflict_title({ name: conflict.by ?? t.pe_somebody() })}
      description={
        <>
          {conflict.at && <DateText at={conflict.at as never} />} {t.pe_conflict_body()}
        </>
      }
      footer={
        <>
          <Button look="quiet-danger" className="sm:mr-auto" onPress={() => void settle('theirs')}>
            {t.pe_conflict_reload()}
          </Button>
          <Button onPress={() => void settle('mine')}>{t.pe_conflict_overwrite()}</Button>
          <Button look="primary" onPress={() => void settle('both')}>
            {t.pe_conflict_merge()}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 md:grid-cols-2">
        {list(t.pe_conflict_theirs({ name: conflict.by ?? t.pe_somebody() }), theirs)}
        {list(t.pe_conflict_mine(), mine)}
      </div>
    </Dialog>
  );
};
