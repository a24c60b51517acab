/** First stop of the Tab key: past the navigation, to `<main id="main">`. */
export const SkipLink = ({ children }: { children: string }) => (
  <a
    href="#main"
    className="sr-only rounded-md bg-raised px-4 py-2 text-base font-medium text-accent-ink shadow-md focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-70"
  >
    {children}
  </a>
);
