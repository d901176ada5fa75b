import type { FactView } from '#contract/facts.ts';
import type { Language } from '#core/kernel/words.ts';
import { columnsOf, formSchemaOf } from '#policy/zibo-2020/fact-kinds/columns.ts';
import { type FactAuthor, isOpen } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import { type FactKindName, factKindNamed, factKindNames } from '#policy/zibo-2020/fact-kinds/index.ts';
import type { FactRow } from '#server/stores/facts.ts';
import { standingOfFact } from './case-file.ts';

/** Every kind of fact as screens and importers need it. */
export const describeFactKinds = (language: Language) =>
  factKindNames.map((name) => {
    const kind = factKindNamed(name);
    const takesLists = kind.enteredBy.includes('agency');
    return {
      name,
      title: kind.title[language],
      clause: kind.clause,
      enteredBy: [...kind.enteredBy],
      confirmedBy: kind.confirmedBy,
      form: formSchemaOf(kind) as never,
      evidence: [...kind.evidence, ...kind.particulars].map(({ field, title, isRequired }) => ({
        field,
        title: title[language],
        isRequired,
      })),
      columns: takesLists ? columnsOf(kind).map(({ title, isRequired }) => ({ title, isRequired })) : [],
    };
  });

/** What people call a kind of fact. */
export const titleOfKind = (kind: string, language: Language): string => factKindNamed(kind).title[language];

/** The head row of a kind's table. */
export function templateOf(name: string): { readonly title: string; readonly columns: readonly string[] } {
  const kind = factKindNamed(name);
  return { title: kind.title.zh, columns: columnsOf(kind).map(({ title }) => title) };
}

/** Whether an office may put a kind of fact on record. */
export const mayEnter = (kind: string, office: string): boolean => factKindNamed(kind).enteredBy.includes(office as FactAuthor);

/** Who vouches for a kind of fact besides its author. */
export const confirmerOf = (kind: string): string | null => factKindNamed(kind).confirmedBy;

/** A fact as its readers see it. */
export function factView(row: FactRow): FactView {
  const kind = factKindNamed(row.kind);
  return {
    id: row.id,
    kind: row.kind as FactKindName,
    agency: row.agency,
    agencyName: row.agency_name ?? '',
    matter: row.matter,
    validOn: row.valid_on,
    data: row.data as never,
    files: { ...row.files },
    knownFrom: row.known_from,
    knownTo: row.known_to,
    reason: row.reason,
    withdrawnBecause: row.withdrawn_because,
    finding: row.finding && { ...row.finding },
    confirmedBy: kind.confirmedBy,
    standing: standingOfFact(row),
    confirmations: row.confirmations.map(({ organisationName, personName, isConfirmed, remark, at }) => ({
      organisationName,
      personName,
      isConfirmed,
      remark,
      at,
    })),
    missingEvidence: [...kind.evidence, ...kind.particulars]
      .filter(({ field, isRequired }) => isRequired && isOpen(row.data[field]))
      .map(({ field }) => field),
  };
}
