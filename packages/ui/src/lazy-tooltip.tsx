import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import { type Asking, useTip } from './use-tip.ts';

const Tip = lazy(() => import('./tooltip.tsx').then((module) => ({ default: module.Tip })));

export type TooltipProps = {
  content: ReactNode;
  /** The element the tip belongs to; it must take pointer and focus handlers. */
  children: ReactElement<Asking>;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  delay?: number;
};

/**
 * A short explanation beside a control. What it says must also reach people who never hover: name or describe the control
 * too. Until it is asked for it is nothing but a few handlers: a page has dozens of controls, and few are ever asked about.
 */
export const Tooltip = ({ content, children, delay = 350, ...control }: TooltipProps) => {
  const { asked, asking, tip } = useTip(children.props, delay, control);
  return (
    <>
      {cloneElement(children, asking)}
      {asked && (
        <Suspense>
          <Tip content={content} {...tip} />
        </Suspense>
      )}
    </>
  );
};
