import type { UiText } from '@tradeline/ui';
import type { Text } from './i18n.tsx';

/** What the primitives say, in the language of the messages. */
export const uiText = (t: Text): UiText => ({
  close: t.close(),
  loading: t.loading(),
  clear: t.clear(),
  optional: t.optional(),
  increase: t.increase(),
  decrease: t.decrease(),
  noMatches: t.no_matches(),
  showPassword: t.show_password(),
  hidePassword: t.hide_password(),
  selectAll: t.select_all(),
  selectRow: (name) => t.select_row({ name }),
  selected: (count) => t.selected_count({ count }),
  sortBy: (column) => t.sort_by({ column }),
  previousPage: t.previous_page(),
  nextPage: t.next_page(),
  pagination: t.pagination(),
  pageOf: (page, pages) => t.page_of({ page, pages }),
  breadcrumbs: t.breadcrumbs(),
  theme: t.theme(),
  themeSystem: t.theme_system(),
  themeLight: t.theme_light(),
  themeDark: t.theme_dark(),
  language: t.language(),
  notifications: t.notifications(),
});
