import { controlClass, cx, Field } from '@tradeline/ui';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';

/** Free words by which goods are gathered. Enter or a comma ends one; Backspace in the empty field takes the last away. */
export const TagsField = ({
  value,
  known,
  error,
  onChange,
}: {
  value: readonly string[];
  known: readonly string[];
  error: string | undefined;
  onChange: (tags: string[]) => void;
}) => {
  const t = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const words = text
      .split(/[,，、;；\n]/)
      .map((word) => word.trim())
      .filter(Boolean);
    if (words.length > 0) onChange([...new Set([...value, ...words])]);
    setTyped('');
  };
  return (
    <Field optional label={t.pe_tags()} hint={t.pe_tags_hint()} error={error}>
      {(control) => (
        <span className="flex flex-col gap-2">
          <input
            {...control}
            list={listId}
            value={typed}
            className={cx(controlClass)}
            onChange={(event) =>
              /[,，、;；]/.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
            }
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
            }}
            onBlur={() => add(typed)}
          />
          <datalist id={listId}>
            {known
              .filter((tag) => !value.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
          {value.length > 0 && (
            <span className="flex flex-wrap gap-1.5">
              {value.map((tag) => (
                <span
                  key={tag}
                  className="inline-flex items-center gap-0.5 rounded-full bg-sunken py-0.5 pr-0.5 pl-2.5 text-sm"
                >
                  {tag}
                  <button
                    type="button"
                    aria-label={t.pe_remove_named({ name: tag })}
                    onClick={() => onChange(value.filter((each) => each !== tag))}
                    className="grid size-6 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink"
                  >
                    <X aria-hidden className="size-3.5" />
                  </button>
                </span>
              ))}
            </span>
          )}
        </span>
      )}
    </Field>
  );
};
