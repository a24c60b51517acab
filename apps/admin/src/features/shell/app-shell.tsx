import { Outlet } from '@tanstack/react-router';
import { BrandMark, Drawer, IconButton, SkipLink } from '@tradeline/ui';
import { Menu as MenuIcon } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { LiveProvider } from '../../lib/live.tsx';
import { Bell } from './bell.tsx';
import { LiveMark } from './live-mark.tsx';
import { SideBar, SideRail } from './side-bar.tsx';

/** The frame of every signed-in page. From 820 px on the page itself scrolls, so that lists can keep their heads in sight. */
export const AppShell = () => {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <LiveProvider>
      <SkipLink>{t.skip_to_content()}</SkipLink>
      <div className="flex min-h-dvh flex-col md:h-dvh md:flex-row">
        <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b border-line bg-surface px-2 md:hidden">
          <IconButton plain label={t.nav_open()} icon={<MenuIcon aria-hidden />} onPress={() => setOpen(true)} />
          <BrandMark className="size-6" />
          <span className="flex-1 text-base font-semibold">{t.app_name()}</span>
          <Bell />
          <span className="pr-2">
            <LiveMark />
          </span>
        </header>
        <aside className="hidden w-14 shrink-0 flex-col border-r border-line bg-surface md:flex lg:hidden">
          <SideRail />
        </aside>
        <aside className="hidden w-54 shrink-0 flex-col border-r border-line bg-surface lg:flex">
          <SideBar />
        </aside>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none md:h-dvh md:overflow-y-auto">
          <Outlet />
        </main>
      </div>
      <Drawer side="start" open={open} onOpenChange={setOpen} title={t.nav_label()}>
        <div className="-m-4 flex h-full flex-col">
          <SideBar onGo={() => setOpen(false)} />
        </div>
      </Drawer>
    </LiveProvider>
  );
};
