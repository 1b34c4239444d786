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
  foot?: ReactNode;
}

/** A plain table as in a printed ledger: quick to draw, scrolls inside itself, prints whole. */
export function Ledger<Row>({
  caption,
  columns,
  rows,
  keyOf,
  footTitle,
  marked,
}: {
  caption: string;
  columns: LedgerColumn<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** Heading of the last row, where columns have a `foot`. */
  footTitle?: string;
  marked?: (row: Row) => boolean;
}) {
  const classes = (column: LedgerColumn<Row>) =>
    [column.number && "number", column.names && "names", column.wideOnly && "wide-only"].filter(Boolean).join(" ");
  const feet = columns.some((column) => column.foot !== undefined);
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
        {feet && (
          <tfoot>
            <tr>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row" className={classes(column)}>
                    {footTitle}
                  </th>
                ) : (
                  <td key={column.key} className={classes(column)}>
                    {column.foot}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
