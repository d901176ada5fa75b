import { factKindNamed } from '#policy/zibo-2020/fact-kinds/index.ts';
import { accountOf, type City, recordOf, upload } from './city.ts';
import type { Account } from './http.ts';
import { pdfOf } from './pdf.ts';
import type { ToldFact } from './told-fact.ts';

/** The three papers an agency keeps, handed in wherever one of their sort is asked for. */
const papers = {
  contract: ['合同（演示）.pdf', 'Contract'],
  record: ['凭证（演示）.pdf', 'Slip, invoice or record'],
  proof: ['证明（演示）.pdf', 'Certificate or notice'],
} as const;
type Paper = keyof typeof papers;

const sortOf = (field: string): Paper => {
  if (/contract|mandate|policy/i.test(field)) return 'contract';
  return /payout|invoice|insurance|log|list|work/i.test(field) ? 'record' : 'proof';
};

/** The hash of a paper, uploaded by who hands it in; the same bytes however often. */
export async function paperOf(city: City, as: Account, paper: Paper): Promise<string> {
  const name = `paper-${as.username}-${paper}`;
  const known = city.records.get(name);
  if (known !== undefined) return known;
  const [fileName, title] = papers[paper];
  const bytes = pdfOf([title, `Invented for demonstration: ${as.username}`, 'This document describes nothing that exists.']);
  const hash = await upload(city, as, { name: fileName, type: 'application/pdf', bytes });
  city.records.set(name, hash);
  return hash;
}

/** Fields that hold a kind's documents. */
export const paperFields = (kind: string): readonly string[] => factKindNamed(kind).evidence.map(({ field }) => field);

async function papersFor(city: City, as: Account, { kind, lacks }: Pick<ToldFact, 'kind' | 'lacks'>): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const field of paperFields(kind)) if (!lacks.includes(field)) hashes[field] = await paperOf(city, as, sortOf(field));
  return hashes;
}

/** Puts a fact with its papers on record: an agency its own, an officer those of the centre. */
export async function record(city: City, fact: ToldFact, by: string): Promise<void> {
  const { key, kind, agency, data } = fact;
  const as = await accountOf(city, by, by === agency ? 'agency' : undefined);
  const body = {
    kind,
    ...(by === agency ? {} : { agency: city.organisations.get(agency) }),
    data: { ...data, ...(await papersFor(city, as, fact)) },
  };
  const answer = await city.client.ask<{ readonly id: string }>({ method: 'POST', path: '/facts', as, key: `demo-fact-${key}`, body });
  city.records.set(`fact-${key}`, answer.body.id);
}

/** Who was asked about a fact says yes or no; nothing happens where nobody does. */
export async function vouch(city: City, { key, word }: Pick<ToldFact, 'key' | 'word'>): Promise<void> {
  if (word === null) return;
  await city.client.ask({
    method: 'POST',
    path: `/facts/${recordOf(city, `fact-${key}`)}/confirm`,
    as: await accountOf(city, word.by),
    key: `demo-word-${key}`,
    body: { isConfirmed: word.isConfirmed, remark: word.remark ?? '' },
  });
}
