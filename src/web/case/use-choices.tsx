import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ActionView, CaseView } from '#contract/cases.ts';
import type { PayeeView } from '#contract/money.ts';
import { api } from '../api/client.ts';
import { dataOf } from '../api/query.ts';
import { momentText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Choices } from '../ui/schema/form-context.tsx';
import type { Schema } from '../ui/schema/schema.ts';
import { paths } from '../paths.ts';
import { choicesFor } from './choices.ts';
import { answersQuery } from './payment/answers-query.ts';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { caseWords } from './words.ts';

type All = Readonly<Record<string, Choices>>;

export const payeesQuery = { queryKey: ['payees'], queryFn: () => dataOf(api.call('listPayees')) };

/** Accounts that can be chosen now: not ended, and not about to be replaced by a changed one. */
export function choosable(rows: readonly PayeeView[]): readonly PayeeView[] {
  const replaced = new Set(rows.flatMap(({ replaces }) => replaces ?? []));
  return rows.filter(({ id, endedAt }) => endedAt === null && !replaced.has(id));
}

function usePayeeOptions(rows: readonly PayeeView[]) {
  const say = useSay();
  const language = useLanguage();
  return rows.map(({ id, name, bank, tail, isWaiting, activeFrom }) => ({
    value: id,
    label: `${name} · ${bank} · ${say(caseWords.tail(tail))}${isWaiting ? say(caseWords.waitsUntil(momentText(activeFrom, language))) : ''}`,
  }));
}

function NoPayee({ isPerson }: { readonly isPerson: boolean }) {
  const say = useSay();
  return (
    <Notice tone="warn">
      {say(isPerson ? caseWords.noPersonPayee : caseWords.noPayee)}{' '}
      <Link href={paths.payees} className="link font-semibold">
        {say(caseWords.addPayee)}
      </Link>
    </Notice>
  );
}

type Asked = { readonly isPerson?: boolean; readonly isNeeded?: boolean; readonly isEnabled: boolean };

/** Accounts of one's own agency as choices; the way to add one where there is none. */
export function usePayeeChoice({ isPerson = false, isNeeded = true, isEnabled }: Asked): Choices {
  const say = useSay();
  const payees = useQuery({ ...payeesQuery, enabled: isEnabled && isNeeded });
  const options = usePayeeOptions(choosable(payees.data?.rows ?? []).filter((one) => one.isPerson === isPerson));
  if (!isNeeded) return { options: [], none: <p className="text-soft">{say(caseWords.payeeNotNeeded)}</p> };
  return {
    options,
    isSingle: !isPerson,
    ...(payees.data ? { none: <NoPayee isPerson={isPerson} /> } : { none: <p className="text-soft">…</p> }),
  };
}

type ClaimTerms = { readonly clause?: string; readonly earned?: { readonly paidAs?: string } | null };

/** Certificates are paid to the persons who hold them, everything else to the agency. */
const paysPersons = ({ data }: CaseView) => (data as ClaimTerms).clause === '9.3.cert';
const givesVoucher = ({ data }: CaseView) => (data as ClaimTerms).earned?.paidAs === 'voucher';

/** The bank's answers to a batch, newest first. */
function useAnswerChoice(view: CaseView, isEnabled: boolean): Choices {
  const say = useSay();
  const language = useLanguage();
  const answers = useQuery({ ...answersQuery(view.id), enabled: isEnabled });
  const options = (answers.data?.rows ?? []).map(({ id, fileName, uploadedAt, paidCount, refusedCount, exceptions }) => ({
    value: id,
    label: `${fileName} · ${momentText(uploadedAt, language)} · ${say(caseWords.answerCounts(paidCount, refusedCount, exceptions.length))}`,
  }));
  return { options, none: <Notice tone="warn">{say(caseWords.noAnswer)}</Notice> };
}

const has = (schema: Schema, name: string) => schema.properties?.[name] !== undefined;

/** Everything a dialog may choose from: titles of the form's fields, accounts, the bank's answers. */
export function useChoices(view: CaseView, info: ProcessInfo, action: ActionView): All {
  const language = useLanguage();
  const schema = schemaOf(action.input);
  const asksPayees = has(schema, 'payees');
  const asksAnswer = has(schema, 'answer') && view.process === 'payment';
  const payees = usePayeeChoice({ isPerson: paysPersons(view), isNeeded: !givesVoucher(view), isEnabled: asksPayees });
  const answer = useAnswerChoice(view, asksAnswer);
  return { ...choicesFor(info, action, language), ...(asksPayees ? { payees } : {}), ...(asksAnswer ? { answer } : {}) };
}
