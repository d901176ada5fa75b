import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { ProblemError } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { ClauseMark } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { SchemaView } from '../../ui/schema/view.tsx';
import { AnswerButtons } from '../confirmations/answer-buttons.tsx';
import { Confirmations } from '../confirmations/confirmations.tsx';
import { FactFiles } from './fact-files.tsx';
import { FactNotices } from './fact-notices.tsx';
import { formOf, headlineOf, type KindInfo, type WholeFact } from './fact.ts';
import { History } from './history.tsx';
import { factQuery, kindsQuery } from './query.ts';
import { FactStanding } from './standing.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { words } from './words.ts';

type Props = { readonly fact: WholeFact; readonly kind: KindInfo };

/** Where a reader came from: the list of their own, of the agency, or what waits for their word. */
function backOf(role: string, agency: string): string {
  if (role === 'enterprise' || role === 'bank') return paths.confirmations;
  return role === 'agency' ? paths.facts : `${paths.facts}?agency=${agency}`;
}

function Heading({ fact, kind }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  const headline = headlineOf(formOf(kind), fact, language);
  useTitle(headline);
  return (
    <header className="mb-5">
      <Link href={backOf(office.role, fact.agency)} className="link text-sm">
        ← {say(words.back)}
      </Link>
      <p className="mt-2 text-sm text-soft">
        {kind.title} <ClauseMark clause={kind.clause} />
        {office.role !== 'agency' && ` · ${fact.agencyName}`}
      </p>
      <h1 className="font-serif text-2xl font-bold wrap-anywhere sm:text-[1.75rem]">{headline}</h1>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <FactStanding fact={fact} />
        <span className="text-sm text-soft">
          {say(words.happened)} {dayText(fact.validOn, language)} · {say(words.recorded)} {momentText(fact.knownFrom, language)}
        </span>
      </div>
    </header>
  );
}

/** What its author can do with a live fact. */
function OwnActions({ fact, kind }: Props) {
  const say = useSay();
  const { office } = useSigned();
  const [reason, setReason] = useState('');
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const isAuthor = kind.enteredBy.some((role) => role === office.role);
  if (!isAuthor || fact.knownTo !== null) return null;
  return (
    <p className="no-print mb-5 flex flex-wrap gap-3">
      <Link href={paths.correctFact(fact.id)} className={buttonClass('primary')}>
        {say(words.correct)}
      </Link>
      <Button kind="grave" onClick={() => setIsWithdrawing(true)}>
        {say(words.withdraw)}
      </Button>
      {isWithdrawing && <WithdrawDialog id={fact.id} reason={reason} onReason={setReason} onClose={() => setIsWithdrawing(false)} />}
    </p>
  );
}

function FactBody({ fact, kind }: Props) {
  const say = useSay();
  const { office } = useSigned();
  const isAsked = fact.confirmedBy === office.role && fact.knownTo === null;
  return (
    <>
      <Heading fact={fact} kind={kind} />
      <FactNotices fact={fact} kind={kind} />
      <OwnActions fact={fact} kind={kind} />
      {isAsked && (
        <div className="mb-5">
          <AnswerButtons fact={fact} />
        </div>
      )}
      <div className="grid grid-cols-1 gap-6">
        <Card title={say(words.content)}>
          <FactFiles fact={fact}>
            <SchemaView schema={formOf(kind)} value={fact.data} />
          </FactFiles>
        </Card>
        {fact.confirmedBy !== null && (
          <Card title={say(words.confirmations)}>
            <Confirmations fact={fact} />
          </Card>
        )}
        <History fact={fact} schema={formOf(kind)} />
      </div>
    </>
  );
}

const isMissing = (error: Error | null) => error instanceof ProblemError && error.problem.status === 404;

/** `/app/facts/{id}`: one fact with its documents, the other side's word and every version. */
export function Page() {
  const { id } = useParams<{ id: string }>();
  const fact = useQuery(factQuery(id));
  const kinds = useQuery(kindsQuery);
  if (isMissing(fact.error)) return <NotFound />;
  return (
    <Answer query={fact} lines={10}>
      {(found) => (
        <Answer query={kinds} lines={10}>
          {(all) => {
            const kind = all.find(({ name }) => name === found.kind);
            return kind ? <FactBody key={id} fact={found} kind={kind} /> : <NotFound />;
          }}
        </Answer>
      )}
    </Answer>
  );
}
