import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { businessDate, type BusinessDate, type Instant } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Language } from '#core/kernel/words.ts';
import { inputRefusals } from '#core/process/step.ts';
import type { FactKind } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import { foundFalseWords } from '#policy/zibo-2020/fact-kinds/found-false.ts';
import { factKindNamed } from '#policy/zibo-2020/fact-kinds/index.ts';
import type { Tx } from '#server/db/transaction.ts';
import { agencyCard, insertFact, insertFactFiles } from '#server/stores/facts.ts';
import { enteringFacts, findingOn } from '#server/stores/false-claims.ts';
import { unknownFiles } from './attachments.ts';

/** A form as it was filled in, for whom, by whom and when. */
export type Entry = {
  readonly kind: string;
  readonly agency: string;
  readonly form: unknown;
  readonly person: string;
  readonly today: BusinessDate;
  readonly at: Instant;
  /** The version this one takes the place of, and why. */
  readonly corrects?: { readonly id: string; readonly reason: string };
};

/** What an accepted entry is answered with. */
export type Entered = {
  readonly id: string;
  readonly matter: string;
  readonly warnings: { readonly field: string; readonly says: string }[];
};

/** Refuses an entry for an agency that does not exist, or is none. */
const noAgency = refused({
  kind: 'input',
  code: 'invalid_input',
  clause: '9',
  field: 'agency',
  says: both('请选择服务机构', 'Choose an agency'),
});

/** Refuses what was found false: neither entered, nor corrected into, nor imported again. */
export const foundFalseRefusal = (found: { readonly matter: string; readonly document_number: string }, field?: string): Refused =>
  refused({
    kind: 'conflict',
    code: 'found_false',
    clause: '9',
    ...(field === undefined ? {} : { field }),
    says: foundFalseWords(found.matter, found.document_number),
  });

type Checked = { readonly data: Readonly<Record<string, unknown>>; readonly warnings: Entered['warnings'] };

/** The form's own rules, then what the kind checks across fields. */
async function check(tx: Tx, { kind: name, agency, form, today }: Entry, language: Language): Promise<Checked | Refused> {
  const kind = factKindNamed(name);
  const parsed: z.ZodSafeParseResult<Record<string, unknown>> = kind.form.safeParse(form);
  if (!parsed.success) return refused(...inputRefusals(parsed.error, kind.clause));
  const card = await agencyCard(tx, agency);
  if (!card) return noAgency;
  const data = kind.keep(parsed.data);
  const found = kind.checks(data, { today, qualifiedFrom: card.qualified_from, creditCode: card.credit_code });
  const wrong = found.filter(({ isWarning }) => !isWarning);
  if (wrong.length > 0) {
    return refused(
      ...wrong.map(({ field, says }) => ({ kind: 'input' as const, code: 'invalid_input', clause: kind.clause, field, says })),
    );
  }
  const foreign = await unknownFiles(tx, data);
  if (foreign.length > 0) return refused(...foreign);
  return { data, warnings: found.map(({ field, says }) => ({ field, says: says[language] })) };
}

const filesIn = ({ evidence }: FactKind, data: Readonly<Record<string, unknown>>) =>
  evidence.flatMap(({ field }) => {
    const hash = data[field];
    return typeof hash === 'string' ? [{ field, hash }] : [];
  });

/** Checks a filled form and puts it on record with its files. A matter the agency has already is refused at the field that names it. */
export async function enterFact(tx: Tx, entry: Entry, language: Language): Promise<Entered | Refused> {
  const checked = await check(tx, entry, language);
  if ('refusals' in checked) return checked;
  const { agency, person, at, corrects } = entry;
  const kind = factKindNamed(entry.kind);
  const { data, warnings } = checked;
  const id = randomUUID();
  const matter = kind.matter(data);
  enteringFacts(tx, agency);
  const finding = await findingOn(tx, { agency, kind: kind.name, matter });
  if (finding) return foundFalseRefusal(finding, kind.matterField);
  const added = await insertFact(tx, {
    id,
    agency,
    kind: kind.name,
    matter,
    validOn: businessDate(kind.validOn(data)),
    data,
    counterparties: kind.counterparties(data),
    person,
    at,
    corrects: corrects?.id ?? null,
    reason: corrects?.reason ?? null,
  });
  if (added === 0) {
    return refused({
      kind: 'conflict',
      code: 'duplicate_matter',
      clause: '9.6',
      field: kind.matterField,
      says: both(`${kind.title.zh}“${matter}”已经登记过`, `${kind.title.en} "${matter}" is on record already`),
    });
  }
  const files = filesIn(kind, data);
  if (files.length > 0) await insertFactFiles(tx, id, files);
  return { id, matter, warnings };
}
