import { readCodes } from '@tradeline/domain/search';
import { Button, Checkbox, cx, Dialog, TextAreaField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';

type Line = Outputs['codes']['paste'][number];
const LIMIT = 2_000;

const outcomeText = (line: Line, { t }: Words): string => {
  switch (line.outcome) {
    case 'new':
      return t.codes_outcome_new();
    case 'same':
      return t.codes_outcome_same();
    case 'taken':
      return t.codes_outcome_taken({ item: line.nowItemNumber });
    case 'moved':
      return t.codes_outcome_moved({ item: line.nowItemNumber });
    case 'unknown-item':
      return t.codes_outcome_unknown();
    case 'empty':
      return t.codes_outcome_empty();
    case 'twice':
      return t.codes_outcome_twice({ line: line.line });
  }
};

/** A block from a spreadsheet: first what each line would do, then the writing of those that can be written. */
export const PasteCodes = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [block, setBlock] = useState('');
  const [move, setMove] = useState(false);
  const [told, setTold] = useState<Line[]>();
  const paste = trpc.codes.paste.useMutation({ onError: (error) => toast.error(problemText(error, words)) });
  const lines = readCodes(block);
  const writable = told?.filter((line) => line.outcome === 'new' || line.outcome === 'moved').length ?? 0;
  const check = (wanted: boolean) => {
    setMove(wanted);
    paste.mutate({ lines, move: wanted, apply: false }, { onSuccess: setTold });
  };
  const write = () =>
    paste.mutate(
      { lines, move, apply: true },
      {
        onSuccess: () => {
          toast.success(t.codes_paste_saved({ count: writable }));
          void utils.codes.invalidate();
          void utils.catalog.product.invalidate();
          setBlock('');
          setTold(undefined);
          onOpenChange(false);
        },
      },
    );
  const tooMany = lines.length > LIMIT ? t.codes_paste_too_many({ limit: LIMIT }) : undefined;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.codes_paste()}
      keepOnOutsidePress
      footer={
        <>
          <Button
            look={told ? 'secondary' : 'primary'}
            pending={paste.isPending}
            disabledReason={tooMany ?? (lines.length === 0 ? t.codes_paste_label() : undefined)}
            onPress={() => check(move)}
          >
            {t.codes_paste_check()}
          </Button>
          {told && (
            <Button
              look="primary"
              pending={paste.isPending}
              disabledReason={writable === 0 ? t.codes_paste_nothing() : undefined}
              onPress={write}
            >
              {t.codes_paste_save({ count: writable })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextAreaField
          label={t.codes_paste_label()}
          placeholder={t.codes_paste_example()}
          rows={8}
          value={block}
          error={tooMany}
          onChange={(event) => {
            setBlock(event.target.value);
            setTold(undefined);
          }}
        />
        {told && (
          <>
            {told.some((line) => line.outcome === 'taken' || line.outcome === 'moved') && (
              <Checkbox label={t.codes_paste_move()} checked={move} onCheckedChange={check} />
            )}
            <ul className="divide-y divide-line text-sm">
              {told.map((line, at) => {
                const isFine = line.outcome === 'new' || line.outcome === 'moved' || line.outcome === 'same';
                return (
                  <li key={`${at + 1}`} className="grid grid-cols-[auto_1fr_auto] gap-x-3 py-1.5">
                    <span className="tabular text-faint">{t.codes_line({ line: at + 1 })}</span>
                    <span className="min-w-0 truncate">
                      {line.code} → {line.itemNumber}
                    </span>
                    <span className={cx(isFine ? 'text-muted' : 'text-danger-ink')}>{outcomeText(line, words)}</span>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
};
