import { z } from 'zod';
import { attachment, creditCode, field } from '#core/form/fields.ts';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { isWholeShared } from '#core/policy/shares.ts';
import type { CaseFileInput } from '../case-file.ts';
import type { Confirmer, Standing } from './standing.ts';

/** Facts as a case file takes them. */
export type CaseFacts = CaseFileInput['facts'];

/** Who may put a kind of fact on record. */
export type FactAuthor = 'agency' | 'centre_officer';

/** What the checks look at besides the form. */
export type FactContext = {
  readonly today: BusinessDate;
  /** First day on which the agency held the patent-agency qualification, as far as known. */
  readonly qualifiedFrom: string | null;
  /** Credit code of the agency the fact belongs to. */
  readonly creditCode: string | null;
  /** Matters of the kind that were found false, with the number of the decision; a list with one of them is not taken. */
  readonly foundFalse?: Readonly<Record<string, string>>;
};

/** What is wrong with a filled form, at which field; a warning lets it in. */
export type FactFault = { readonly field: string; readonly says: Words; readonly isWarning: boolean };

/** A document that belongs to a fact (F10): the form's field that holds it. */
export type Evidence = { readonly field: string; readonly title: Words; readonly isRequired: boolean };

/** One live fact as the mapping to a case file takes it. */
export type StoredFact<Data> = {
  readonly id: string;
  readonly matter: string;
  readonly validOn: string;
  readonly data: Data;
  readonly standing: Standing;
};

/** For whom a case file is built. */
export type Scene = {
  readonly agency: string;
  readonly creditCode: string | null;
  /** Enterprises with a campaign result, by name in the spelling of `keyOf`: their credit codes. */
  readonly served: ReadonlyMap<string, string>;
};

/** A table of a kind as it was uploaded, judged: what may become facts, and what is wrong. `row` counts the head as 1. */
export type JudgedList = {
  readonly rows: readonly { readonly row: number; readonly data: unknown }[];
  readonly faults: readonly {
    readonly row: number;
    readonly column: string;
    readonly value: string;
    readonly says: string;
    readonly isWarning: boolean;
  }[];
  readonly rowCount: number;
};

/** What a kind of fact says about itself. `Form` is what people fill in, `Data` what is kept of it. */
type Definition<Form extends z.ZodObject, Data> = {
  readonly name: string;
  readonly title: Words;
  readonly clause: string;
  readonly form: Form;
  readonly enteredBy: readonly FactAuthor[];
  readonly confirmedBy: Confirmer | null;
  /** Fields with a document that a claim cannot do without. */
  readonly requiredFiles: readonly string[];
  /** Fields that may be open when the fact is entered, but without which nothing is determined. */
  readonly requiredFields?: readonly string[];
  /** Brings a checked form to what is kept: one spelling, derived fields. */
  readonly keep: (form: z.output<Form>) => Data;
  /** The form's field that names the matter. */
  readonly matterField: string;
  readonly matter: (data: Data) => string;
  readonly validOn: (data: Data) => string;
  readonly counterparties?: (data: Data) => readonly (string | null)[];
  readonly checks: (data: Data, context: FactContext) => readonly (FactFault | null)[];
  readonly toCaseFile: (scene: Scene, rows: readonly StoredFact<Data>[]) => CaseFacts;
  /** Judges a whole uploaded table where the columns of the form do not do. */
  readonly readList?: (table: readonly (readonly string[])[], today: BusinessDate) => JudgedList;
};

/** A kind of fact of 第九条, with everything that differs between kinds. */
export type FactKind = Omit<
  Definition<z.ZodObject, Readonly<Record<string, unknown>>>,
  'counterparties' | 'checks' | 'requiredFiles' | 'requiredFields'
> & {
  readonly evidence: readonly Evidence[];
  /** Fields a claim cannot do without. */
  readonly particulars: readonly Evidence[];
  readonly counterparties: (data: Readonly<Record<string, unknown>>) => readonly string[];
  readonly checks: (data: Readonly<Record<string, unknown>>, context: FactContext) => readonly FactFault[];
};

const titleOf = (schema: z.ZodType): Words => {
  const { title = '', titleEn = '' } = (schema.meta() ?? {}) as { readonly title?: string; readonly titleEn?: string };
  return both(title, titleEn);
};

const isThere = <T>(value: T | null): value is T => value !== null;

/** Letters may grow when they are brought to one spelling; names in a case file have room for so many. */
const mostOfMatter = 150;

function matterFault(at: string, matter: string): FactFault | null {
  if (/^(\||$)/.test(matter)) return wrong(at, '请填写', 'Please fill in');
  return matter.length > mostOfMatter ? wrong(at, '过长', 'Too long') : null;
}

const firstDay = '1900-01-01';

/** Days nobody can mean, which neither a case file nor the database takes. */
const earlyDays = (data: Readonly<Record<string, unknown>>): readonly FactFault[] =>
  Object.entries(data).flatMap(([field, value]) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value < firstDay
      ? [wrong(field, '年份过早', 'The year is too early')]
      : [],
  );

/** Makes a kind from what it says about itself. */
export function defineFactKind<Form extends z.ZodObject, Data>(definition: Definition<Form, Data>): FactKind {
  const { requiredFiles, requiredFields = [], counterparties, checks, ...rest } = definition;
  const shape = Object.entries(definition.form.shape as Readonly<Record<string, z.ZodType>>);
  const evidence = shape
    .filter(([name]) => name.endsWith('File'))
    .map(([name, schema]) => ({ field: name, title: titleOf(schema), isRequired: requiredFiles.includes(name) }));
  const particulars = shape
    .filter(([name]) => requiredFields.includes(name))
    .map(([name, schema]) => ({ field: name, title: titleOf(schema), isRequired: true }));
  return {
    ...rest,
    evidence,
    particulars,
    counterparties: (data: Data) => [...new Set((counterparties?.(data) ?? []).filter(isThere))].sort(),
    checks: (data: Data, context: FactContext) =>
      [
        matterFault(definition.matterField, definition.matter(data)),
        ...earlyDays(data as Readonly<Record<string, unknown>>),
        ...checks(data, context),
        ...sharesFaults((data as { readonly shares?: Shares }).shares ?? null, context),
      ].filter(isThere),
  } as unknown as FactKind;
}

/** Text that people type to name a matter, made one: width, blanks, case, kinds of brackets and dashes do not matter. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .replace(/[〔［【[{]/g, '(')
    .replace(/[〕］】\]}]/g, ')')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();

/** A credit code in its one spelling; the form has checked it. */
export function codeOf(typed: string): string {
  const read = readCreditCode(typed);
  return read.ok ? read.value : typed;
}

/** Whether nobody has said it yet: left open, or recorded before the field was asked for. */
export const isOpen = (value: unknown): boolean => value === null || value === undefined || value === '';

/** A field that may be left open: what nobody knows is null, never "no". */
export const orUnknown = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null as never);

const accepts = ['.pdf', '.jpg', '.png', '.docx', '.xlsx', '.csv'];

/** A document that may still be handed in later. */
export const paper = (title: Words) => field(orUnknown(attachment()), title, { widget: 'attachment', accepts });

type Shares = readonly { readonly creditCode: string; readonly percent: number | null }[] | null;

/** Parts of several agencies in one matter, lead first (I-27); left open where one agency did it alone. */
export const sharesField = () =>
  field(
    orUnknown(
      z.array(
        z.object({
          creditCode: field(creditCode(), both('服务机构信用代码', 'Credit code of the agency')),
          percent: field(orUnknown(z.number('请填写数字').gt(0, '应大于0').max(100, '不能大于100')), both('份额', 'Part'), {
            unit: both('%', '%'),
          }),
        }),
      ),
    ),
    both('共同完成的机构及份额', 'Agencies that did it together, with their parts'),
    {
      widget: 'table',
      clause: '9.6',
      help: both('一家独立完成的不填；牵头机构列第一行', 'Leave empty if one agency did it alone; the lead comes first'),
    },
  );

const shareFault = (zh: string, en: string): FactFault => ({ field: 'shares', says: both(zh, en), isWarning: false });

function sharesFaults(shares: Shares, { creditCode: own }: FactContext): readonly (FactFault | null)[] {
  if (shares === null || shares.length === 0) return [];
  const codes = shares.map((one) => codeOf(one.creditCode));
  const isDeclared = shares.every(({ percent }) => percent !== null);
  const parts = shares.map(({ percent }, i) => ({ agency: String(i), percent }));
  return [
    new Set(codes).size < codes.length ? shareFault('同一机构只列一行', 'Each agency stands in one line') : null,
    own !== null && codes.includes(own) ? null : shareFault('各方中没有本机构', 'Your own agency is not among them'),
    isDeclared && !isWholeShared(parts) ? shareFault('各方份额之和应为100%', 'The parts must make up 100 %') : null,
  ];
}

/** Who presents a fact: the agency alone, or all that share it. A partner is named by its credit code; only the agency itself is looked up. */
export function presentedBy(
  scene: Scene,
  shares: Shares,
): { agency: string } | { agencies: { id: string; sharePercent: number | null }[] } {
  if (shares === null || shares.length === 0) return { agency: scene.agency };
  const idOf = (code: string) => (codeOf(code) === scene.creditCode ? scene.agency : codeOf(code));
  return { agencies: shares.map(({ creditCode: code, percent }) => ({ id: idOf(code), sharePercent: percent })) };
}

/** A refusal at a field. */
export const wrong = (at: string, zh: string, en: string): FactFault => ({ field: at, says: both(zh, en), isWarning: false });

/** A warning at a field. */
export const doubtful = (at: string, zh: string, en: string): FactFault => ({ field: at, says: both(zh, en), isWarning: true });

/** The sentence for a day that has not come yet. */
export const notYet = (at: string, title: Words, day: string | null, today: string): FactFault | null =>
  day !== null && day > today ? wrong(at, `${title.zh}不能晚于今天`, `${title.en} can not be in the future`) : null;

/** A warning where something was done before the agency was licensed (I-09). */
export const beforeLicence = (at: string, day: string, { qualifiedFrom }: FactContext): FactFault | null =>
  qualifiedFrom !== null && day < qualifiedFrom
    ? doubtful(
        at,
        `早于本机构取得专利代理资质之日（${qualifiedFrom}），不计入`,
        `Before the agency was licensed (${qualifiedFrom}); it does not count`,
      )
    : null;
