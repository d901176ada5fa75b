import type pg from 'pg';

/**
 * Every table of the database in which one of these texts lies, in any column: as text, in JSON, in bytes or in base64.
 * Reads all rows as the owner, past every policy: what a dump would show.
 */
export async function tablesHolding(owner: pg.Client, texts: readonly string[]): Promise<readonly string[]> {
  const sought = texts.flatMap((text) => [
    text,
    Buffer.from(text).toString('hex'),
    // The part of its base64 that does not depend on what stands before and behind.
    ...[0, 1, 2].map((before) =>
      Buffer.from(`${' '.repeat(before)}${text}`)
        .toString('base64')
        .slice(before === 0 ? 0 : 4, -4),
    ),
  ]);
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind in ('r', 'p', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await owner.query(
      `select from ${name} whole_row where exists (select from unnest($1::text[]) sought where strpos(whole_row::text, sought) > 0) limit 1`,
      [sought],
    );
    if (rowCount) found.push(name.replace(/^public\./, ''));
  }
  return found;
}
