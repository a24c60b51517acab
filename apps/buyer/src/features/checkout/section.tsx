import { Card, cx } from '@tradeline/ui';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

/** A part of the checkout that is rarely needed: its head says what is chosen, a press opens it. */
export const Section = ({
  title,
  summary,
  open: first = false,
  children,
}: {
  title: string;
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) => {
  const [open, setOpen] = useState(first);
  const id = useId();
  return (
    <Card>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-12 w-full items-center gap-3 rounded-lg px-4 py-2 text-left hover:bg-hover"
        >
          <span className="shrink-0 text-md font-semibold">{title}</span>
          <span className="min-w-0 flex-1 truncate text-right text-sm text-muted">{summary}</span>
          <ChevronDown
            aria-hidden
            className={cx('size-4.5 shrink-0 text-muted transition-transform', open && 'rotate-180')}
          />
        </button>
      </h2>
      <div id={id} hidden={!open} className="border-t border-line p-4">
        {children}
      </div>
    </Card>
  );
};
