import { err, ok, originalText, type Result } from '../kernel/index.ts';
import type { CellProblem, CellValue, Known, NameIndex, OptionCell } from './cell.ts';
import { decimalText, readDecimal } from './decimal.ts';
import type { FieldKind, SheetField } from './field.ts';
import { nameIndex } from './known.ts';
import { optionsText, readOptions } from './option-text.ts';

/** What empties a field that may be empty; an empty cell leaves it as it is. */
export const CLEARS = '-';

/**
 * Reads one cell: `undefined` when it is empty and says nothing, `null` when it empties the field. Used alike by the
 * import, by the grid of the console and, the other way round, by the export.
 */
export const readCell = (
  { kind, clears }: Pick<SheetField, 'kind' | 'clears'>,
  cell: string,
  known: Known,
): Result<CellValue | undefined, CellProblem> => {
  const text = cell.normalize('NFC').trim();
  if (text === '') return ok(undefined);
  if (text === CLEARS) return clears ? ok(null) : err({ kind: 'must-not-be-cleared' });
  return readers[kind.as](kind as never, text, known);
};

/** The same for a cell of a file, where our apostrophe may stand before what a spreadsheet program would have run. */
export const readFileCell = (
  field: Pick<SheetField, 'kind' | 'clears'>,
  cell: string,
  known: Known,
): Result<CellValue | undefined, CellProblem> => {
  const raw = cell.trim();
  const text = originalText(raw);
  // A marked minus is the text "-", not the sign that empties.
  return text === CLEARS && raw !== CLEARS && field.kind.as === 'text' ? ok(text) : readCell(field, text, known);
};

type Reader<K extends FieldKind> = (kind: K, text: string, known: Known) => Result<CellValue, CellProblem>;
type Of<As extends FieldKind['as']> = Extract<FieldKind, { as: As }>;

const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const CONTROLS = new RegExp(CONTROL, 'gu');

const readText = (text: string, most: number, lines = false): Result<string, CellProblem> => {
  const flat = lines ? text : text.replaceAll(/\s*[\r\n]+\s*/gu, ' ');
  if (CONTROL.test(flat) || !flat.isWellFormed()) {
    const nearest = flat.toWellFormed().replaceAll(CONTROLS, '');
    return err({ kind: 'not-text', nearest: nearest === '' ? undefined : nearest });
  }
  return flat.length > most ? err({ kind: 'too-long', most, found: flat.length }) : ok(flat);
};

/** Made once for each list of choices: a sheet asks for every cell. */
const indexes = new WeakMap<object, NameIndex>();
const choiceIndex = (choices: Of<'choice'>['choices']): NameIndex => {
  const known = indexes.get(choices);
  if (known) return known;
  const made = nameIndex(choices.map(({ value, names }) => ({ id: value, names: [...names, value] })));
  indexes.set(choices, made);
  return made;
};

const readers: { readonly [As in FieldKind['as']]: Reader<Of<As>> } = {
  text: ({ most, lines }, text) => readText(text, most, lines),
  whole: ({ from, to }, text) => readDecimal(text, { decimals: 0, from, to }),
  decimal: ({ decimals, to }, text) => readDecimal(text, { decimals, from: 0, to }),
  choice: ({ choices }, text) => {
    const index = choiceIndex(choices);
    const found = index.find(text)[0];
    if (found) return ok(found.id);
    return err({
      kind: 'not-one-of',
      allowed: choices.map(({ names }) => names[0] ?? ''),
      nearest: index.nearest(text),
    });
  },
  tags: (_, text) => {
    const tags = [
      ...new Set(
        text
          .split(/[,，;；、]/u)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ];
    for (const tag of tags) {
      const read = readText(tag, 40);
      if (!read.ok) return read;
    }
    return tags.length > 20 ? err({ kind: 'too-long', most: 20, found: tags.length }) : ok(tags);
  },
  options: (_, text) => readOptions(text),
  reference: ({ to }, text, known) => {
    const index = known[to];
    const [found, ...more] = index?.find(text) ?? [];
    if (!found) return err({ kind: 'unknown', what: to, nearest: index?.nearest(text) });
    if (more.length > 0) return err({ kind: 'ambiguous', names: [found, ...more].map(({ names }) => names[0] ?? '') });
    return ok(found.id);
  },
};

/** What `readCell` reads back as the same value; a number where the cell holds one. */
export const writeCell = (
  { kind }: Pick<SheetField, 'kind'>,
  value: CellValue | undefined,
  known: Known,
  language: 'zh' | 'en' = 'zh',
): string | number => {
  if (value === undefined || value === null) return '';
  switch (kind.as) {
    case 'whole':
      return Number(value);
    case 'decimal':
      return Number(decimalText(Number(value), kind.decimals));
    case 'choice': {
      const names = kind.choices.find((choice) => choice.value === value)?.names;
      return names?.[language === 'en' ? 1 : 0] ?? String(value);
    }
    case 'tags':
      return (value as readonly string[]).join(', ');
    case 'options':
      return optionsText(value as readonly OptionCell[]);
    case 'reference':
      return known[kind.to]?.nameOf(String(value)) ?? '';
    case 'text':
      return String(value);
  }
};

/** Whether two values of a field are the same to a reader; nothing and emptied are. */
export const sameValue = (a: CellValue | undefined, b: CellValue | undefined): boolean =>
  a === b || (a ?? null) === (b ?? null) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
