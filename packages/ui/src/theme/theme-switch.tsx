import { Monitor, Moon, Sun } from 'lucide-react';
import { Segmented } from '../field/segmented.tsx';
import { useUi } from '../ui-context.tsx';
import { type Theme, useTheme } from './theme.ts';

/** Light, dark, or as the device does. */
export const ThemeSwitch = ({ iconsOnly = false, className = '' }: { iconsOnly?: boolean; className?: string }) => {
  const { text } = useUi();
  const [theme, setTheme] = useTheme();
  return (
    <Segmented<Theme>
      label={text.theme}
      iconsOnly={iconsOnly}
      className={className}
      value={theme}
      onValueChange={setTheme}
      segments={[
        { value: 'system', label: text.themeSystem, icon: <Monitor aria-hidden /> },
        { value: 'light', label: text.themeLight, icon: <Sun aria-hidden /> },
        { value: 'dark', label: text.themeDark, icon: <Moon aria-hidden /> },
      ]}
    />
  );
};
