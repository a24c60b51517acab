import { Outlet } from '@tanstack/react-router';
import { SkipLink } from '@tradeline/ui';
import { type ReactNode, useRef } from 'react';
import { Gently } from '../../lib/gently.tsx';
import { useText } from '../../lib/i18n.tsx';
import { useVisitor } from '../../lib/use-me.tsx';
import { LiveOrders } from './live-orders.tsx';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';

/** The frame of every page behind the door: search and navigation above, tabs below on a phone. */
export const AppShell = ({ search }: { search: ReactNode }) => {
  const t = useText();
  const visitor = useVisitor();
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t.skip_to_content()}</SkipLink>
      {visitor && <LiveOrders />}
      <TopBar search={search} />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[84rem] flex-1 px-4 pt-4 pb-24 outline-none has-data-phone-bar:pb-44 md:px-6 md:pt-6 md:pb-12 md:has-data-phone-bar:pb-12"
      >
        <Gently>
          <Outlet />
        </Gently>
      </main>
      <TabBar />
    </div>
  );
};
