import type { FactKindName } from '#policy/zibo-2020/fact-kinds/index.ts';

/** Somebody's word about a fact that was put on record by another. */
export type Word = { readonly by: string; readonly isConfirmed: boolean; readonly remark?: string };

/** A fact as it is put on record: the form without its papers, and which of the papers it lacks. */
export type ToldFact = {
  readonly key: string;
  readonly agency: string;
  readonly kind: FactKindName;
  readonly data: Readonly<Record<string, unknown>>;
  readonly lacks: readonly string[];
  readonly word: Word | null;
};
