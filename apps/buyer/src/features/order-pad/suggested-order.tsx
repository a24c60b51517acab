import { Button, Card } from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../lib/words.ts';
import type { PadLine } from './pad-lines.ts';
import type { OrderPad } from './use-order-pad.ts';

/** What is due by this company's own habits, one tap away; how often such a suggestion was right is told with it. */
export const SuggestedOrder = ({
  pad,
  onSuggested,
}: {
  pad: OrderPad;
  onSuggested: (lines: readonly PadLine[]) => void;
}) => {
  const { t, language } = useWords();
  const [told, setTold] = useState('');
  const [pending, setPending] = useState(false);
  const suggest = async () => {
    setPending(true);
    const answer = await pad.suggest().finally(() => setPending(false));
    if (!answer) return;
    onSuggested(answer.lines);
    const parts = [
      answer.lines.length === 0 ? t.pad_suggest_none() : t.pad_suggest_done({ count: answer.lines.length }),
      answer.leftOut > 0 ? t.pad_suggest_left_out({ count: answer.leftOut }) : '',
      answer.past && answer.lines.length > 0
        ? t.pad_suggest_past({ share: formatPercent(answer.past.precision, language), orders: answer.past.orders })
        : '',
    ];
    setTold(parts.filter(Boolean).join(language === 'en' ? ' ' : ''));
  };
  return (
    <Card className="flex flex-col gap-2 p-4">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-medium">{t.pad_suggest_title()}</h2>
          <p className="text-sm text-muted">{t.pad_suggest_hint()}</p>
        </div>
        <Button look="secondary" pending={pending} onPress={() => void suggest()}>
          <Sparkles aria-hidden />
          {t.pad_suggest()}
        </Button>
      </div>
      <p aria-live="polite" className="text-sm text-muted empty:hidden">
        {told}
      </p>
    </Card>
  );
};
