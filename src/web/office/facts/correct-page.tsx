import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import type { Problem } from '#contract/problems.ts';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { useCommand } from '../../api/use-command.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { focusField, SchemaForm } from '../../ui/schema/form.tsx';
import { titleOf, type Tree } from '../../ui/schema/schema.ts';
import { describedBy, FieldWrap } from '../../ui/text-field.tsx';
import { words as shellWords } from '../../words.ts';
import { ChangeTable } from './change-table.tsx';
import { type Change, changesBetween, isHandingIn } from './changes.ts';
import { FactFiles } from './fact-files.tsx';
import { FactNotices } from './fact-notices.tsx';
import { entryFormOf, formOf, headlineOf, type KindInfo, type WholeFact } from './fact.ts';
import { Doubt, FormFoot, isInDoubt, KeptStamp, Restored } from './form-parts.tsx';
import { choicesOf, dataOf, typedOf } from './open-picks.ts';
import { factQuery, kindsQuery, useFactsChanged } from './query.ts';
import { type Saved, SavedView } from './saved-view.tsx';
import { useKept } from './use-kept.ts';
import { words } from './words.ts';

type Props = { readonly fact: WholeFact; readonly kind: KindInfo };

const always = () => true;
const never = () => false;

/** What is typed against what is on record, and why. */
function useCorrection({ fact, kind }: Props) {
  const renew = useFactsChanged();
  const schema = useMemo(() => entryFormOf(kind), [kind]);
  const kept = useKept(`correct/${fact.id}`, () => typedOf(schema, fact.data as Tree));
  const { run, isBusy, problem, clear } = useCommand<Saved>();
  const [saved, setSaved] = useState<Saved | null>(null);
  const data = dataOf(schema, kept.typed);
  const send = async () => {
    const body = { data: data as WholeFact['data'], reason: kept.reason };
    const result = await run((key) => api.call('correctFact', { params: { id: fact.id }, body }, { key }));
    if (!result.ok) return;
    kept.forget();
    setSaved(result.data);
    await renew();
  };
  const startOver = () => {
    kept.forget();
    clear();
  };
  return { schema, kept, isBusy, problem, saved, send, startOver, changes: changesBetween(schema, fact.data as Tree, data) };
}

/** Refusals of the fields, apart from the reason's own. */
function faultsOf(problem: Problem | null) {
  if (problem === null || isInDoubt(problem)) return { faults: none, reason: undefined };
  const reason = problem.refusals.find(({ field }) => field === 'reason')?.says;
  return { faults: problem.refusals.filter(({ field }) => field !== 'reason'), reason };
}
const none = [] as const;

/** Words for the reason where documents are handed in and nothing else is changed. */
function useProposal(changes: readonly Change[]): string | null {
  const say = useSay();
  const language = useLanguage();
  if (!isHandingIn(changes)) return null;
  return say(words.handedIn(changes.map(({ name, field }) => titleOf(name, field, language)).join(language === 'zh' ? '、' : ', ')));
}

type ReasonProps = {
  /** Words that would do. */
  readonly proposal: string | null;
  readonly value: string;
  readonly error: string | undefined;
  readonly isLocked: boolean;
  readonly onValue: (value: string) => void;
};

function ReasonField({ proposal, value, error, isLocked, onValue }: ReasonProps) {
  const say = useSay();
  const id = 'correction-reason';
  return (
    <FieldWrap id={id} label={say(words.reason)} help={say(words.reasonHelp)} error={error}>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={value}
        disabled={isLocked}
        onChange={(event) => onValue(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { help: true, error: Boolean(error) })}
        className="control field-sizing-content"
      />
      {proposal !== null && value === '' && (
        <Button size="small" kind="bare" onClick={() => onValue(proposal)}>
          {say(words.useReason(proposal))}
        </Button>
      )}
    </FieldWrap>
  );
}

/** Brings the field the address names into view, once. */
function useFocus() {
  const place = useRef<HTMLFormElement>(null);
  const [search] = useSearchParams();
  const field = search.get('focus');
  useEffect(() => {
    if (field) focusField(place.current, field);
  }, [field]);
  return place;
}

function CorrectForm({ fact, kind }: Props) {
  const say = useSay();
  const place = useFocus();
  const { schema, kept, isBusy, problem, saved, send, startOver, changes } = useCorrection({ fact, kind });
  const choices = useMemo(() => choicesOf(schema, say), [schema, say]);
  const { faults, reason } = faultsOf(problem);
  const proposal = useProposal(changes);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  if (saved) return <SavedView saved={saved} schema={schema} says={say(words.correctedNow)} />;
  if (fact.knownTo !== null) return <FactNotices fact={fact} kind={kind} />;
  return (
    <form ref={place} noValidate onSubmit={submit} className="grid grid-cols-1 gap-5">
      <KeptStamp at={kept.at} />
      {kept.isRestored && <Restored onForget={startOver} />}
      {fact.confirmations.length > 0 && <Notice>{say(words.asksAgain)}</Notice>}
      <Doubt problem={problem} />
      <FactFiles fact={fact}>
        <Card title={say(words.content)}>
          <SchemaForm
            schema={schema}
            value={kept.typed}
            onChange={kept.setTyped}
            choices={choices}
            faults={faults}
            isEditable={isInDoubt(problem) ? never : always}
          />
        </Card>
        <Card title={say(words.changes)}>
          {changes.length === 0 ? (
            <p className="text-soft">{say(words.noChanges)}</p>
          ) : (
            <ChangeTable changes={changes} caption={say(words.changes)} />
          )}
        </Card>
      </FactFiles>
      <Card title={say(words.sendCorrection)}>
        <div className="grid gap-5">
          <ReasonField proposal={proposal} value={kept.reason} error={reason} isLocked={isInDoubt(problem)} onValue={kept.setReason} />
          <FormFoot title={say(words.sendCorrection)} isBusy={isBusy} problem={problem}>
            <Link href={paths.fact(fact.id)} className={buttonClass('plain')}>
              {say(shellWords.cancel)}
            </Link>
          </FormFoot>
        </div>
      </Card>
    </form>
  );
}

function Correcting({ fact, kind }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  const isAuthor = kind.enteredBy.some((role) => role === office.role);
  useTitle(say(words.correctTitle));
  return (
    <>
      <Link href={paths.fact(fact.id)} className="link text-sm wrap-anywhere">
        ← {headlineOf(formOf(kind), fact, language)}
      </Link>
      <h1 className="mt-1 font-serif text-2xl font-bold sm:text-[1.75rem]">
        {say(words.correctTitle)}：{kind.title}
      </h1>
      <p className="mt-1 mb-5 max-w-prose text-soft">{say(words.correctLead)}</p>
      {isAuthor ? <CorrectForm fact={fact} kind={kind} /> : <Notice tone="warn">{say(words.notYours)}</Notice>}
    </>
  );
}

/** `/app/facts/{id}/correct`: the values on record to be mended, with a reason. */
export function Page() {
  const { id } = useParams<{ id: string }>();
  const fact = useQuery({ ...factQuery(id), staleTime: Infinity });
  const kinds = useQuery(kindsQuery);
  return (
    <Answer query={fact} lines={10}>
      {(found) => (
        <Answer query={kinds} lines={10}>
          {(all) => {
            const kind = all.find(({ name }) => name === found.kind);
            return kind ? <Correcting key={id} fact={found} kind={kind} /> : <NotFound />;
          }}
        </Answer>
      )}
    </Answer>
  );
}
