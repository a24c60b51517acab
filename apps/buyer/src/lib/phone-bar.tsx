import type { ReactNode } from 'react';

/** On a phone: an amount and the one thing to do, always above the tabs. Elsewhere the page has them in its own place. */
export const PhoneBar = ({ label, amount, children }: { label: string; amount: ReactNode; children: ReactNode }) => (
  <div
    data-phone-bar
    className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 flex items-center gap-4 border-t border-line bg-surface px-4 py-2.5 md:hidden"
  >
    <div className="min-w-0 flex-1">
      <p className="text-xs text-muted">{label}</p>
      <div className="text-lg font-semibold">{amount}</div>
    </div>
    <div className="min-w-38 shrink-0">{children}</div>
  </div>
);
