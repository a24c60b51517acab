import { useBilingual } from '../i18n.tsx';
import { StockText } from '../stock-text.tsx';
import { Swatch } from '../swatch.tsx';
import { HeldText } from './held-text.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import type { Matrix, MatrixGroup } from './matrix-shape.ts';
import type { Drawn } from './order-matrix.tsx';
import { RuleTexts, SkuPrice, TierTexts } from './sku-facts.tsx';
import type { OfferedSku } from './use-sheet.ts';

/** Colour down, size across: under every field what is there, and what is not the same for all. */
export const MatrixTable = ({
  matrix,
  group,
  drawn: { sheet, label, shared },
  startRow,
}: {
  matrix: Matrix<OfferedSku>;
  group: MatrixGroup<OfferedSku>;
  drawn: Drawn;
  startRow: number;
}) => {
  const say = useBilingual();
  return (
    <div className="-mx-1 overflow-x-auto px-1 pb-1">
      <table className="border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-1 bg-(--matrix-ground,var(--color-surface)) pr-3 pb-1.5 text-left font-normal text-faint"
            >
              {say(matrix.rowAxis)} \ {say(matrix.columnAxis)}
            </th>
            {group.columns.map((column) => (
              <th key={column.code} scope="col" className="min-w-20 px-1 pb-1.5 text-center font-medium">
                {say(column.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row, at) => (
            <tr key={row.key}>
              <th
                scope="row"
                className="sticky left-0 z-1 border-t border-line bg-(--matrix-ground,var(--color-surface)) py-2 pr-3 text-left align-top font-medium"
              >
                <span className="flex min-h-8 items-center gap-2 whitespace-nowrap">
                  <Swatch code={row.key} />
                  {say(row.heading)}
                </span>
              </th>
              {row.cells.map((sku, column) => (
                <td key={group.columns[column]?.code} className="border-t border-line px-1 py-2 text-center align-top">
                  {sku ? (
                    <div className="flex flex-col items-center gap-1">
                      <MatrixCell sku={sku} label={label(sku)} sheet={sheet} place={{ row: startRow + at, column }} />
                      {!shared.price && (
                        <>
                          <SkuPrice sku={sku} quantity={sheet.quantityOf(sku.id)} className="text-sm" />
                          <TierTexts sku={sku} className="text-xs" />
                        </>
                      )}
                      <StockText stock={sku.stock} unit="" className="text-xs" />
                      {!shared.rules && (
                        <span className="flex flex-col text-xs text-muted">
                          <RuleTexts sku={sku} />
                        </span>
                      )}
                      <HeldText quantity={sheet.held(sku.id)} />
                    </div>
                  ) : (
                    <span aria-hidden className="inline-block pt-1.5 text-faint">
                      –
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
