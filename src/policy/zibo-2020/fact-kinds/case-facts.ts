import type { AnswerItem } from '../answer.ts';
import type { CaseFileInput, ClauseKey } from '../case-file.ts';
import { keyOf, type Scene, type StoredFact } from './fact-kind.ts';
import { type FactKindName, factKindNamed, factKindNames } from './index.ts';

/** A live fact of any kind, as known in the year a case file is about. */
export type KindRow = StoredFact<Readonly<Record<string, unknown>>> & {
  readonly kind: string;
  readonly agency: string;
  readonly year: number;
};

/** A matter that is supported once (I-26), under a name that means the same in every agency's file. */
export type Matter = { readonly kind: string; readonly matter: string };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Enterprises with a campaign result that stands, by name: their grants stand behind it. */
const servedBy = (rows: readonly KindRow[]): Scene['served'] =>
  new Map(
    rows
      .filter(({ kind, standing }) => kind === 'campaign_result' && standing === 'stands')
      .map(({ data }) => [keyOf(text(data.enterpriseName)), text(data.enterpriseCode)]),
  );

type Agency = { readonly id: string; readonly creditCode: string | null };

/** Grants come first, as they always have: the order of facts is part of a case file's bytes. */
const order: readonly FactKindName[] = ['invention_grant', ...factKindNames.filter((name) => name !== 'invention_grant')];

/** The facts of a case file, from all stored rows of an agency and year. */
export function caseFactsOf({ id, creditCode }: Agency, rows: readonly KindRow[]): CaseFileInput['facts'] {
  const scene: Scene = { agency: id, creditCode, served: servedBy(rows) };
  return order.flatMap((name) => {
    const own = rows.filter(({ kind }) => kind === name);
    return own.length === 0 ? [] : factKindNamed(name).toCaseFile(scene, own);
  });
}

/** Which kinds each clause supports. A recognition is a condition of 第九条（二）, not what is supported. */
const supported: Readonly<Record<ClauseKey, readonly FactKindName[]>> = {
  '9.1.loan': ['pledge_loan'],
  '9.1.sec': ['ip_securitization'],
  '9.2': ['custody_contract'],
  '9.3.honour': ['brand_honour'],
  '9.3.cert': ['agent_certificate'],
  '9.4': ['litigation'],
  '9.5.tier': ['invention_grant'],
  '9.5.campaign': ['campaign_result', 'invention_grant'],
};

/**
 * A fact's matter as claims keep it. One list may honour several agencies on one day, so the agency is part of an
 * honour's name; custody is supported every year anew, so the year is part of a contract's.
 */
export function matterOf({ kind, matter, agency, year }: Pick<KindRow, 'kind' | 'matter' | 'agency' | 'year'>): Matter {
  if (kind === 'brand_honour' || kind === 'custody_recognition') return { kind, matter: `${agency}|${matter}` };
  return { kind, matter: kind === 'custody_contract' ? `${matter}|${year}` : matter };
}

/**
 * All matters a fact rests on: a certificate is one, and the person who holds it is another, since a person is supported
 * once for life whatever number the certificate bears and whichever agency claims (I-20). Known by name and the end of the
 * identity number; a namesake with another number is another person.
 */
export function mattersBehind(row: Pick<KindRow, 'kind' | 'matter' | 'agency' | 'year' | 'data'>): readonly Matter[] {
  const { person, idTail } = row.data;
  const isKnown = row.kind === 'agent_certificate' && text(idTail) !== '';
  return [matterOf(row), ...(isKnown ? [{ kind: 'certificate_holder', matter: `${keyOf(text(person))}|${text(idTail)}` }] : [])];
}

type ItemOf = Pick<AnswerItem, 'agency' | 'clause' | 'lines'>;

/** Facts whose lines earned nothing; they are no part of what is supported. */
const idleFacts = ({ lines = [] }: ItemOf): ReadonlySet<string> =>
  new Set(lines.filter(({ code, ceilingYuan }) => code !== 'OK' && code !== 'OK_CAPPED' && ceilingYuan === 0).map(({ fact }) => fact));

/**
 * The matters an item of an answer rests on: every fact of the kinds its clause supports among `rows`, which the case
 * file was built from. Where the clause adds up single deals or cases, only those that earned something; behind a
 * campaign, only the grants of its enterprises.
 */
export function mattersOf(item: ItemOf, rows: readonly KindRow[]): readonly Matter[] {
  const idle = idleFacts(item);
  const served: Scene['served'] = item.clause === '9.5.campaign' ? servedBy(rows) : new Map();
  const scene: Scene = { agency: item.agency, creditCode: null, served };
  const enterprises = new Set(served.values());
  const isPart = (row: KindRow): boolean =>
    factKindNamed(row.kind)
      .toCaseFile(scene, [row])
      .some(
        (fact) =>
          !idle.has(fact.id) && (fact.type !== 'invention_grant_list' || served.size === 0 || enterprises.has(fact.enterprise ?? '')),
      );
  const kinds: readonly string[] = supported[item.clause];
  return rows.filter((row) => kinds.includes(row.kind) && isPart(row)).flatMap(mattersBehind);
}

/** Fields that name an enterprise whose place counts (9.4, 9.5b). */
const clientFields: Readonly<Record<string, string>> = { litigation: 'clientCode', campaign_result: 'enterpriseCode' };

/** Credit codes of the enterprises of a case file. */
export const enterpriseCodesOf = (rows: readonly Pick<KindRow, 'kind' | 'data'>[]): readonly string[] => [
  ...new Set(rows.map(({ kind, data }) => text(data[clientFields[kind] ?? ''])).filter((code) => code !== '')),
];
