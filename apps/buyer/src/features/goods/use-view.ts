import { type View, views } from './goods-search.ts';

const KEY = 'goods-view';

/** How goods were looked at last on this device. */
export const rememberedView = (): View => views.find((view) => view === localStorage.getItem(KEY)) ?? 'grid';

export const rememberView = (view: View): void => localStorage.setItem(KEY, view);
