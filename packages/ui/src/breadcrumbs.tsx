import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUi } from './ui-context.tsx';

/** The way here, from the top; each step is a link of the app, the last one is where we are. */
export const Breadcrumbs = ({ steps }: { steps: readonly { key: string; node: ReactNode }[] }) => {
  const { text } = useUi();
  return (
    <nav aria-label={text.breadcrumbs}>
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        {steps.map(({ key, node }, at) => (
          <li
            key={key}
            className="flex items-center gap-1 [&_a:hover]:text-ink [&_a:hover]:underline"
            aria-current={at === steps.length - 1 ? 'page' : undefined}
          >
            {at > 0 && <ChevronRight aria-hidden className="size-3.5 text-faint" />}
            {node}
          </li>
        ))}
      </ol>
    </nav>
  );
};
