import type { ReactNode } from "react";
import "./ledger.css";

export interface LedgerColumn<Row> {
  key: string;
  title: ReactNode;
  /** Numbers stand at the right. */
  number?: boolean;
  /** The cell that names the row: it stays in sight while the table is scrolled. */
  names?: boolean;
  /** Not on a narrow screen; the row's other cells say enough there. */
  wideOnly?: boolean;
  cell: (row: Row) => ReactNode;
}

/** A row below all others: a sum, a mean. */
export interface LedgerFoot {
  title: string;
  cells: Record<string, ReactNode>;
}

/** A plain table as in a printed ledger: quick to draw, scrolls inside itself, prints whole. */
export function Ledger<Row>({
  caption,
  columns,
  rows,
  keyOf,
  feet = [],
  marked,
}: {
  caption: string;
  columns: LedgerColumn<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  feet?: LedgerFoot[];
  marked?: (row: Row) => boolean;
}) {
  const classes = (column: LedgerColumn<Row>) =>
    [column.number && "number", column.names && "names", column.wideOnly && "wide-only"].filter(Boolean).join(" ");
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
    <div className="ledger" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classes(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={marked?.(row) ? "marked" : undefined}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row" className={classes(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classes(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {feet.length > 0 && (
          <tfoot>
            {feet.map((foot) => (
              <tr key={foot.title}>
                {columns.map((column) =>
                  column.names ? (
                    <th key={column.key} scope="row" className={classes(column)}>
                      {foot.title}
                    </th>
                  ) : (
                    <td key={column.key} className={classes(column)}>
                      {foot.cells[column.key]}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}
