import { Button, Card, Meter, Spinner } from '@tradeline/ui';
import { useWords } from '../../lib/words.ts';
import type { useWhatIf } from './use-what-if.ts';

/** How far the reckoning is. It may be left alone: the answer waits here. */
export const WhatIfProgress = ({ whatIf: { progress, stop } }: { whatIf: ReturnType<typeof useWhatIf> }) => {
  const { t, quantity } = useWords();
  const text = progress
    ? t.prices_progress({ done: quantity(progress.done), total: quantity(progress.total) })
    : t.prices_reckoning();
  return (
    <Card className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-center gap-3">
        <Spinner />
        <span role="status" className="tabular flex-1">
          {text}
        </span>
        {progress && (
          <Button size="sm" onPress={stop}>
            {t.export_stop()}
          </Button>
        )}
      </div>
      {progress && progress.total > 0 && (
        <Meter label={t.prices_reckoning()} value={progress.done} max={progress.total} valueText={text} />
      )}
    </Card>
  );
};
