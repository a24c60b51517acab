import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

export type MenuEntry =
  | {
      key: string;
      label: ReactNode;
      icon?: ReactNode;
      onPress: () => void;
      destructive?: boolean;
      disabledReason?: string | undefined;
    }
  | { key: string; link: ReactElement; label: ReactNode; icon?: ReactNode }
  | { key: string; separator: true };

export type MenuProps = {
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
  /** The press that fetched it has asked for it already. */
  openAtFirst?: boolean;
};

const row =
  'flex min-h-10 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-base outline-none select-none data-highlighted:bg-hover md:min-h-9 [&_svg]:size-4 [&_svg]:text-faint';

/** Commands behind one button. A command that cannot run now says why on its second line. */
export const Menu = ({ trigger, entries, align = 'end', openAtFirst = false }: MenuProps) => (
  <Base.Root defaultOpen={openAtFirst}>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
        <Base.Popup className="pop min-w-48 rounded-lg border border-line bg-raised p-1 shadow-md outline-none">
          {entries.map((entry) => {
            if ('separator' in entry) return <Base.Separator key={entry.key} className="mx-1 my-1 h-px bg-line" />;
            if ('link' in entry)
              return (
                <Base.LinkItem key={entry.key} render={entry.link} className={row} closeOnClick>
                  {entry.icon}
                  {entry.label}
                </Base.LinkItem>
              );
            return (
              <Base.Item
                key={entry.key}
                disabled={entry.disabledReason !== undefined}
                onClick={entry.onPress}
                className={cx(
                  row,
                  'data-disabled:text-faint',
                  entry.destructive && 'text-danger-ink [&_svg]:text-danger-ink',
                )}
              >
                {entry.icon}
                <span className="min-w-0">
                  {entry.label}
                  {entry.disabledReason !== undefined && (
                    <span className="block text-xs text-faint">{entry.disabledReason}</span>
                  )}
                </span>
              </Base.Item>
            );
          })}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
