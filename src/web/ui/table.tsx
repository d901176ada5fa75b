/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- `display: block` takes the roles of a table away, so they are written out */
import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Names the row; one column at most. */
  readonly isHeading?: boolean;
  readonly isNumber?: boolean;
  readonly className?: string;
};

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** The page scrolls and the heading stays; off inside boxes that scroll sideways. */
  readonly isSticky?: boolean;
};

const cellClass = 'px-3 py-3 align-top first:pl-5 last:pr-5';

function Cell<Row>({ column, row, index }: { readonly column: Column<Row>; readonly row: Row; readonly index: number }) {
  const { isHeading, isNumber, title, className = '', cell } = column;
  const shared = `${cellClass} ${isNumber ? 'text-right' : ''} ${className}`;
  return isHeading ? (
    <th role="rowheader" scope="row" className={`${shared} text-left font-normal md:min-w-40`}>
      {cell(row, index)}
    </th>
  ) : (
    <td role="cell" data-label={title} className={shared}>
      <div className="min-w-0">{cell(row, index)}</div>
    </td>
  );
}

/** A table whose rows are cards on a phone. Roles are written out, because `display: block` takes them away. */
export function Table<Row>({ caption, columns, rows, keyOf, isSticky = false }: Props<Row>) {
  return (
    <table role="table" className="stack w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead
        role="rowgroup"
        className={
          isSticky
            ? 'md:sticky md:top-[2.75rem] z-10 shadow-[0_1px_0_var(--color-line)] [&_th]:bg-card [&_th:first-child]:rounded-tl-xl [&_th:last-child]:rounded-tr-xl'
            : ''
        }
      >
        <tr role="row" className={isSticky ? '' : 'border-b border-line'}>
          {columns.map(({ key, title, isNumber }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className={`px-3 py-2 text-sm font-semibold break-keep text-soft first:pl-5 last:pr-5 ${isNumber ? 'text-right' : 'text-left'}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)} role="row" className="relative border-b border-line last:border-0 has-[a.row-link]:hover:bg-mist/50">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} index={index} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Class of a link that makes its whole row clickable. */
export const rowLinkClass = 'row-link font-semibold text-ink no-underline after:absolute after:inset-0 hover:text-teal';
