/** A table, and its two renderings. Columns of figures stand to the right, others to the left. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FIGURE = /^(?:-|[\d.]+)$/;

/** Columns padded with spaces, for a terminal. */
export function plainTable(table: Table): string {
  const lines = [table.columns, ...table.rows];
  const widths = table.columns.map((_, index) =>
    Math.max(...lines.map((line) => (line[index] ?? '').length)),
  );
  const right = table.columns.map((_, index) => hasFigures(table, index));
  const cell = (text: string, index: number) =>
    right[index] ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0);
  return [table.title, ...lines.map((line) => line.map(cell).join('  ').trimEnd())].join('\n');
}

/** A GitHub-flavoured table, without its title. */
export function markdownTable(table: Table): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = table.columns.map((_, index) => (hasFigures(table, index) ? '--:' : '---'));
  return [row(table.columns), row(rule), ...table.rows.map(row)].join('\n');
}

function hasFigures({ rows }: Table, column: number): boolean {
  return rows.every((row) => FIGURE.test(row[column] ?? ''));
}
