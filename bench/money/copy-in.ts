import type pg from 'pg';

/** The protocol of `copy … from stdin`, which the driver leaves to others. */
type Wire = { query: (text: string) => void; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void };

/** Copies rows (already in PostgreSQL's text format, in pieces) into a table. @throws what the server says. */
export const copyIn = (client: pg.Client, sql: string, pieces: readonly Buffer[]): Promise<void> =>
  new Promise((resolve, reject) => {
    let fault: Error | undefined;
    const nothing = () => {};
    client.query({
      submit: (wire: Wire) => wire.query(sql),
      handleCopyInResponse: (wire: Wire) => {
        for (const piece of pieces) wire.sendCopyFromChunk(piece);
        wire.endCopyFrom();
      },
      handleError: (error: Error) => {
        fault = error;
      },
      handleReadyForQuery: () => (fault ? reject(fault) : resolve()),
      handleCommandComplete: nothing,
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handleEmptyQuery: nothing,
      handlePortalSuspended: nothing,
      handleCopyData: nothing,
    } as unknown as pg.Submittable);
  });

/** A value in the text format of `copy`. */
export const copyCell = (value: string | null): string =>
  value === null ? '\\N' : value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
