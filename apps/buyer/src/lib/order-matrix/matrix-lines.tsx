import type { Bilingual } from '../i18n.tsx';
import { useBilingual } from '../i18n.tsx';
import { StockText } from '../stock-text.tsx';
import { Swatch } from '../swatch.tsx';
import { HeldText } from './held-text.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import type { MatrixGroup } from './matrix-shape.ts';
import type { Drawn } from './order-matrix.tsx';
import { RuleTexts, SkuPrice, TierTexts } from './sku-facts.tsx';
import type { OfferedSku } from './use-sheet.ts';

/** Variants one below another: goods with one axis, and every table on a phone, where its rows become headings. */
export const MatrixLines = ({
  group,
  drawn,
  startRow,
}: {
  group: MatrixGroup<OfferedSku>;
  drawn: Drawn;
  startRow: number;
}) => {
  const say = useBilingual();
  let at = startRow;
  const line = (sku: OfferedSku, code: string, heading: Bilingual) => (
    <Line key={sku.id} sku={sku} code={code} heading={say(heading)} drawn={drawn} row={at++} />
  );
  if (group.columns.length === 0)
    return (
      <ul className="divide-y divide-line">
        {group.rows.flatMap((row) => row.cells.flatMap((sku) => (sku ? line(sku, row.key, row.heading) : [])))}
      </ul>
    );
  return group.rows.map((row) => (
    <div key={row.key}>
      <p className="flex items-center gap-2 pt-2 pb-1 text-sm font-semibold">
        <Swatch code={row.key} />
        {say(row.heading)}
      </p>
      <ul className="divide-y divide-line">
        {row.cells.flatMap((sku, column) => {
          const heading = group.columns[column];
          return sku && heading ? line(sku, heading.code, heading.name) : [];
        })}
      </ul>
    </div>
  ));
};

const Line = ({
  sku,
  code,
  heading,
  drawn: { sheet, label, shared },
  row,
}: {
  sku: OfferedSku;
  code: string;
  heading: string;
  drawn: Drawn;
  row: number;
}) => {
  const say = useBilingual();
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <Swatch code={code} />
          <span className="truncate">{heading}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted">
          <StockText stock={sku.stock} unit={say(sku.unit)} className="text-xs" />
          {!shared.rules && <RuleTexts sku={sku} />}
          {!shared.price && <TierTexts sku={sku} />}
          <HeldText quantity={sheet.held(sku.id)} />
        </p>
      </div>
      {!shared.price && <SkuPrice sku={sku} quantity={sheet.quantityOf(sku.id)} className="shrink-0 text-right" />}
      <MatrixCell sku={sku} label={label(sku)} sheet={sheet} place={{ row, column: 0 }} className="w-20 shrink-0" />
    </li>
  );
};
