/** Characters that make a spreadsheet take text for a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

const cell = (value: string): string => {
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a CSV file that Excel opens right and never runs. */
export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;
