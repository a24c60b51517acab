import { Segmented } from '../field/segmented.tsx';
import type { Locale } from '../format/index.ts';
import { useUi } from '../ui-context.tsx';

/** The languages of the app, each under its own name. */
export const LanguageSwitch = <Language extends Locale>({
  languages,
  value,
  onValueChange,
  className = '',
}: {
  languages: readonly { value: Language; label: string }[];
  value: Language;
  onValueChange: (language: Language) => void;
  className?: string;
}) => {
  const { text } = useUi();
  return (
    <Segmented<Language>
      label={text.language}
      segments={languages}
      value={value}
      onValueChange={onValueChange}
      className={className}
    />
  );
};
