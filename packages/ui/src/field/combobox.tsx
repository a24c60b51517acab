import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { cx } from '../cx.ts';
import { useUi } from '../ui-context.tsx';
import { controlClass, Field, type FieldProps } from './field.tsx';

/** `find`: what it is found by beside its label, such as how it is spelt. */
export type ComboboxOption = { value: string; label: string; detail?: string; find?: string };

const holds = ({ label, find = '' }: ComboboxOption, typed: string): boolean => {
  const text = typed.trim().toLowerCase();
  return label.toLowerCase().includes(text) || find.split(' ').some((word) => word.startsWith(text));
};

/** One of many choices, found by typing. Give `onQuery` when the server does the finding. */
export const Combobox = ({
  label,
  hint,
  error,
  optional = false,
  hiddenLabel = false,
  className = '',
  options,
  value,
  onValueChange,
  onQuery,
  placeholder,
}: FieldProps & {
  options: readonly ComboboxOption[];
  value: string | undefined;
  onValueChange: (value: string | undefined) => void;
  onQuery?: (text: string) => void;
  placeholder?: string;
}) => {
  const { text } = useUi();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Field {...{ label, hint, error, optional, hiddenLabel, className }}>
      {(control) => (
        <Base.Root
          items={options}
          value={chosen}
          isItemEqualToValue={(a, b) => a.value === b.value}
          onValueChange={(next) => onValueChange(next?.value)}
          {...(onQuery ? { filter: null, onInputValueChange: (typed: string) => onQuery(typed) } : { filter: holds })}
        >
          <span className="relative flex items-center">
            <Base.Input
              {...control}
              placeholder={placeholder}
              // What is typed replaces what was chosen.
              onFocus={(event) => event.currentTarget.select()}
              className={cx(controlClass, 'pr-9')}
            />
            <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-4 text-muted" />
          </span>
          <Base.Portal>
            <Base.Positioner sideOffset={4} collisionPadding={8} className="z-60">
              <Base.Popup className="pop max-h-72 w-max max-w-[min(24rem,var(--available-width))] min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-md">
                <Base.Empty className="px-2.5 py-2 text-sm text-muted empty:hidden">{text.noMatches}</Base.Empty>
                <Base.List>
                  {(option: ComboboxOption) => (
                    <Base.Item
                      key={option.value}
                      value={option}
                      className="flex min-h-9 items-center gap-2 rounded-md px-2.5 py-1.5 text-base outline-none select-none data-highlighted:bg-hover"
                    >
                      <span className="min-w-0 flex-1">
                        {option.label}
                        {option.detail && <span className="ml-2 text-sm text-faint">{option.detail}</span>}
                      </span>
                      <Base.ItemIndicator>
                        <Check aria-hidden className="size-4 text-accent-ink" />
                      </Base.ItemIndicator>
                    </Base.Item>
                  )}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
};
