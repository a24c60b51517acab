import type { Ui } from '../ui-context.tsx';

/** Sentences for tests of the primitives. */
export const englishUi: Ui = {
  locale: 'en',
  text: {
    close: 'Close',
    loading: 'Loading',
    clear: 'Clear',
    optional: 'optional',
    increase: 'Increase',
    decrease: 'Decrease',
    noMatches: 'No matches',
    showPassword: 'Show',
    hidePassword: 'Hide',
    selectAll: 'Select all',
    selectRow: (name) => `Select ${name}`,
    selected: (count) => `${count} selected`,
    sortBy: (column) => `Sort by ${column}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    pagination: 'Pages',
    pageOf: (page, pages) => `${page} of ${pages}`,
    breadcrumbs: 'Breadcrumbs',
    theme: 'Theme',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    notifications: 'Notifications',
  },
};
