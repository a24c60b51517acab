import { TextField } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { readFigures, type SharingTyped } from './sharing-form.ts';

/** The figures of a rule. Each may be left out; what cannot be read is told beside it. */
export const SharingFigures = ({
  typed,
  tried,
  onChange,
}: {
  typed: SharingTyped;
  tried: boolean;
  onChange: (next: Partial<SharingTyped>) => void;
}) => {
  const t = useText();
  const read = readFigures(typed);
  const reversed = Boolean(typed.from && typed.until && typed.from > typed.until);
  const figure = (name: 'quota' | 'cap' | 'share' | 'buffer', label: string, wrong: false | string, hint?: string) => (
    <TextField
      optional
      label={label}
      hint={hint}
      inputMode={name === 'share' ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={typed[name]}
      error={wrong || undefined}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  const needs = (value: unknown) => value === undefined && t.stock_sharing_needs_figure();
  return (
    <>
      {figure('quota', t.stock_sharing_quota(), needs(read.quota), t.stock_sharing_quota_hint())}
      {typed.quota.trim() !== '' && (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            optional
            type="date"
            label={t.stock_sharing_from()}
            value={typed.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
          <TextField
            optional
            type="date"
            label={t.stock_sharing_until()}
            value={typed.until}
            error={tried && reversed ? t.stock_sharing_days_wrong() : undefined}
            onChange={(event) => onChange({ until: event.target.value })}
          />
        </div>
      )}
      <div className="grid grid-cols-2 gap-3">
        {figure('cap', t.stock_sharing_cap(), needs(read.cap))}
        {figure('share', t.stock_sharing_share(), read.shareBp === undefined && t.stock_sharing_needs_percent())}
      </div>
      {figure('buffer', t.stock_sharing_buffer(), needs(read.buffer), t.stock_sharing_buffer_hint())}
    </>
  );
};
