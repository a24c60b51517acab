import { type AttributeDefinition, checkProduct, type ProductProblem } from '@tradeline/domain/catalog';
import { toast } from '@tradeline/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { refusalOf } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { dropKept, keepDraft, readKept } from './draft-keeper.ts';
import { type Product, type ProductForm, toDraft, toForm } from './form-model.ts';
import { mergeForms } from './merge-forms.ts';

/** What somebody saved while this form was open. */
export type Conflict = { theirs: Product; by: string | null; at: string | null };

/**
 * The state of the form: what was read, what stands there now, what is wrong with it. Every change is kept on this device
 * until it is saved, and a refusal never takes anything of it away.
 */
export const useEditor = (product: Product) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const seesCost = useMay('price.read-cost');
  const [base, setBase] = useState(product);
  // A form that was left unsaved on this device comes back as it was.
  const [kept] = useState(() => readKept(product.id));
  const [form, setForm] = useState<ProductForm>(() => kept?.form ?? toForm(product));
  const [restored, setRestored] = useState(kept && { at: kept.at, stale: kept.version !== product.version });
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<readonly ProductProblem[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  const baseForm = useMemo(() => toForm(base), [base]);
  const dirty = useMemo(() => JSON.stringify(form) !== JSON.stringify(baseForm), [form, baseForm]);

  const attributes = trpc.products.attributes.useQuery(
    { categoryId: form.categoryId },
    { enabled: form.categoryId !== base.categoryId && form.categoryId !== '', staleTime: 60_000 },
  );
  const definitions: readonly AttributeDefinition[] =
    form.categoryId === base.categoryId ? base.definitions : (attributes.data ?? []);

  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => keepDraft(product.id, { version: base.version, form }), 600);
    return () => clearTimeout(timer);
  }, [dirty, form, base.version, product.id]);

  // What others did that touches no field of mine (pictures, publishing) is taken over; a form without changes follows all of it.
  const [seen, setSeen] = useState(product);
  if (product !== seen) {
    setSeen(product);
    if (product.version === base.version) setBase(product);
    else if (!dirty) {
      setBase(product);
      setForm(toForm(product));
    }
  }
  const busy = useRef(false);

  const change = useCallback((patch: Partial<ProductForm> | ((form: ProductForm) => Partial<ProductForm>)) => {
    setForm((old) => ({ ...old, ...(typeof patch === 'function' ? patch(old) : patch) }));
    setRefused([]);
  }, []);

  const problems = useMemo(
    () => [...checkProduct(toDraft(form, definitions, seesCost), definitions), ...priceProblems(form), ...refused],
    [form, definitions, seesCost, refused],
  );
  const shown = attempted ? problems : refused;

  const mutation = trpc.products.save.useMutation();
  const take = async (fresh?: Product) => {
    const next = fresh ?? (await utils.products.get.fetch({ id: product.id }, { staleTime: 0 }));
    setBase(next);
    setForm(toForm(next));
    setAttempted(false);
    setRestored(undefined);
    setFailure(undefined);
    dropKept(product.id);
    void utils.catalog.invalidate();
    void utils.products.history.invalidate();
  };
  const save = async ({
    form: wanted = form,
    version = base.version,
  }: {
    form?: ProductForm;
    version?: number;
  } = {}): Promise<boolean> => {
    if (busy.current) return false;
    setAttempted(true);
    setFailure(undefined);
    const draft = toDraft(wanted, definitions, seesCost);
    if ([...checkProduct(draft, definitions), ...priceProblems(wanted)].length > 0) {
      toast.error(t.pe_save_problems());
      return false;
    }
    busy.current = true;
    try {
      await mutation.mutateAsync({ id: product.id, expectedVersion: version, draft: draft as never });
      await take();
      toast.success(t.pe_saved());
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.kind === 'product-moved-on') {
        const theirs = await utils.products.get.fetch({ id: product.id }, { staleTime: 0 });
        setConflict({ theirs, by: refusal.by, at: refusal.at });
      } else if (refusal?.kind === 'product-invalid') setRefused(refusal.problems);
      else if (refusal?.kind === 'product-number-taken') setRefused([{ path: 'number', reason: 'duplicate' }]);
      else if (refusal?.kind === 'item-numbers-taken')
        setRefused(
          wanted.variants.flatMap(({ itemNumber }, i) =>
            refusal.items.some((item) => item.itemNumber === itemNumber.trim())
              ? [{ path: `variants.${i}.itemNumber`, reason: 'duplicate' as const }]
              : [],
          ),
        );
      if (refusal?.kind !== 'product-moved-on') {
        setFailure(error);
        toast.error(problemText(error, words));
      }
      return false;
    } finally {
      busy.current = false;
    }
  };

  return {
    base,
    form,
    change,
    definitions,
    seesCost,
    dirty,
    problems: shown,
    problemAt: (path: string) => shown.find((problem) => problem.path === path),
    save,
    saving: mutation.isPending,
    failure,
    restored,
    /** Back to what is saved. */
    discard: () => take(base),
    conflict,
    /** Ends a conflict: theirs alone, mine alone, or mine upon theirs. */
    settle: async (how: 'theirs' | 'mine' | 'both' | 'later') => {
      if (!conflict) return;
      const { theirs } = conflict;
      setConflict(undefined);
      if (how === 'later') return;
      if (how === 'theirs') return take(theirs);
      const next = how === 'mine' ? form : mergeForms(baseForm, form, toForm(theirs));
      setBase(theirs);
      setForm(next);
      if (how === 'mine') await save({ form: next, version: theirs.version });
    },
  };
};
export type Editor = ReturnType<typeof useEditor>;

/** Prices are written into a list and are no part of the draft that the domain checks. */
const priceProblems = (form: ProductForm): ProductProblem[] =>
  form.variants.flatMap(({ price, priced }, i) =>
    !priced && price.trim() && !/^\d{1,9}(\.\d{1,4})?$/.test(price.normalize('NFKC').replace(/[\s,¥]/g, ''))
      ? [{ path: `variants.${i}.firstPriceE4`, reason: 'not-whole' as const }]
      : [],
  );
