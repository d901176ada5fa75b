/** The scorecards of three thousand zones, and the pages of one. */
export async function run(): Promise<void> {
  const isQuick = process.argv.includes('--quick');
  const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
  if (only !== 'pages') await (await import('./scorecards.ts')).measureScorecards({ isQuick });
  if (only !== 'scorecards') await (await import('./pages.ts')).measurePages({ isQuick });
}
