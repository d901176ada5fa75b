import { fen, wholeYuan } from '#core/kernel/money.ts';
import type { Words } from '#core/kernel/words.ts';
import type { Answer, AnswerItem } from '#policy/zibo-2020/answer.ts';
import type { ClauseKey } from '#policy/zibo-2020/case-file.ts';
import { conclusionOf } from '#policy/zibo-2020/english.ts';
import { entriesOf } from '#policy/zibo-2020/fact-kinds/claim-entries.ts';
import { clauseTitles } from '#processes/claim/clauses.ts';
import { waitInWords } from '#processes/claim/guards-year.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type ClaimOfClause, latestClaims, settledCeilings } from '#server/stores/claims.ts';
import { lastRunOf, listDeterminations } from '#server/stores/determinations.ts';
import { agencyYearOf } from './case-file.ts';
import { claimItemsOf } from './claim-items.ts';
import { type Knowing, rulingsOn } from './readings.ts';

/** What an agency has earned under one clause and may confirm, or has claimed already. */
export type Offer = {
  readonly agency: string;
  readonly clause: ClauseKey;
  readonly cite: string;
  readonly title: Words;
  readonly paidAs: 'cash' | 'voucher';
  readonly yuan: number;
  readonly says: Words;
  readonly missing: string[];
  /** Why it is determined later, though it may be claimed now (I-25). */
  readonly waits: Words | null;
  readonly claim: ClaimOfClause | undefined;
};

const offerOf = (item: AnswerItem, claim: ClaimOfClause | undefined): Offer => ({
  agency: item.agency,
  clause: item.clause,
  cite: item.cite,
  title: clauseTitles[item.clause],
  paidAs: item.kind,
  yuan: item.ceilingYuan,
  says: conclusionOf(item),
  missing: [],
  waits: null,
  claim,
});

/** What an agency has earned in a year on what is known now, less what it was granted; with the claims under way. */
export async function offersOf(tx: Tx, agency: string, year: number, known: Knowing): Promise<readonly Offer[]> {
  const rulings = await rulingsOn(tx, known.today, known.now);
  const [record, latest] = await Promise.all([agencyYearOf(tx, { agency, year, rulings }, known), latestClaims(tx, agency, year)]);
  const { items } = claimItemsOf(record, rulings);
  const claims = new Map(latest.map((claim) => [claim.clause, claim]));
  return items
    .filter(({ item }) => (item.eligible === true && item.ceilingYuan > 0) || claims.has(item.clause))
    .map(({ item, waits }) => {
      const lacking = item.eligible === true ? entriesOf(item, record.rows).filter(({ missing }) => missing.length > 0) : [];
      return {
        ...offerOf(item, claims.get(item.clause)),
        missing: lacking.map(({ title, missing }) => `${title}缺${missing.join('、')}`),
        waits: waits && known.today < waits.from ? waitInWords(waits) : null,
      };
    });
}

type Unclaimed = {
  readonly run: string | null;
  readonly asOf: string | null;
  readonly rows: readonly (Omit<Offer, 'claim'> & { readonly agencyName: string })[];
};

/** Who is entitled to more by the last yearly run than was granted or is asked for, and to how much more (免申即享: nobody is forgotten). */
export async function unclaimedIn(tx: Tx, year: number): Promise<Unclaimed> {
  const run = await lastRunOf(tx, year);
  if (!run) return { run: null, asOf: null, rows: [] };
  const settled = new Map(
    (await settledCeilings(tx, year)).map(({ agency, clause, ceiling }) => [`${agency}/${clause}`, wholeYuan(fen(ceiling))]),
  );
  const determined = await listDeterminations(tx, run.id);
  const rows = determined.flatMap(({ agency, name, answer }) =>
    (JSON.parse(answer.toString('utf8')) as Answer).items
      .filter(({ eligible }) => eligible === true)
      .map((item) => {
        const { claim: _none, ...offer } = offerOf(item, undefined);
        return { ...offer, yuan: item.ceilingYuan - (settled.get(`${agency}/${item.clause}`) ?? 0), agencyName: name };
      })
      .filter(({ yuan }) => yuan > 0),
  );
  return { run: run.id, asOf: run.as_of, rows };
}
