/** A table as every format shows it. Widths are shares of the page; `head` is empty for pairs of a name and a value. */
export type DossierTable = {
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** One section: what it shows, and where every figure of it comes from. */
export type DossierSection = {
  readonly title: string;
  readonly source: string;
  readonly table: DossierTable;
};

/** The dossier as text, before any format. Everything that is written is in here; formats add nothing. */
export type DossierDocument = {
  /** The zone it is about; stands above the title. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly DossierSection[];
};

/** What a section without rows says. */
export const nothing = '（无记录）';
