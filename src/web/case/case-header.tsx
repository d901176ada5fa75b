import { Link } from 'wouter';
import type { ActionView, CaseView } from '#contract/cases.ts';
import { useSigned } from '../session/session.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Deadline } from '../ui/deadline.tsx';
import { momentText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';
import { Actions } from './actions.tsx';
import type { ProcessInfo } from './process-info.ts';
import { caseWords } from './words.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo; readonly onAct: (action: ActionView) => void };

const ranks = new Set(['centre_officer', 'centre_approver', 'auditor']);

function CallLinks({ id }: { readonly id: string }) {
  const say = useSay();
  const { office } = useSigned();
  return (
    <>
      <Link href={`${paths.cases('application')}?parent=${id}`} className={buttonClass('bare', 'small')}>
        {say(caseWords.itsCases)}
      </Link>
      {ranks.has(office.role) && (
        <Link href={paths.ranking(id)} className={buttonClass('bare', 'small')}>
          {say(caseWords.ranking)}
        </Link>
      )}
    </>
  );
}

/** Number, name, state, deadline, who holds it, and what the reader can do. */
export function CaseHeader({ view, info, onAct }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { process, id, number, summary, stateTitle, isFinal, deadline, awaits, ownerName, districtName, stateSince } = view;
  return (
    <header className="print-plain rounded-xl border border-line bg-card px-5 py-5 sm:px-7 sm:py-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <Link
          href={paths.cases(process)}
          className="no-print inline-flex min-h-6 items-center gap-1 text-teal no-underline hover:underline"
        >
          <Icon name="left" size={14} />
          {info.title}
        </Link>
        <span>{number}</span>
        <span className="no-print ml-auto flex gap-1">
          {process === 'call' && <CallLinks id={id} />}
          <Button kind="bare" size="small" className="max-sm:hidden" onClick={() => window.print()}>
            <Icon name="print" size={16} />
            {say(caseWords.print)}
          </Button>
        </span>
      </p>
      <h1 className="mt-1 font-serif text-2xl leading-snug font-bold sm:text-[1.75rem]">{summary}</h1>
      <p className="mt-1 text-soft">{[ownerName, districtName].filter(Boolean).join(' · ')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Badge tone={isFinal ? 'quiet' : 'teal'}>{stateTitle}</Badge>
        {deadline && <Deadline due={deadline} isLong />}
        {awaits && !isFinal && (
          <span className="text-sm text-soft">
            {say(caseWords.heldBy)}
            {language === 'en' && ' '}
            <b className="text-ink">{awaits}</b>
            {say(caseWords.held)}
          </span>
        )}
        <span className="text-sm text-soft">
          {say(caseWords.since)} <time dateTime={stateSince}>{momentText(stateSince, language)}</time>
        </span>
      </div>
      {deadline && <p className="mt-1.5 text-[0.8125rem] text-soft">{deadline.source}</p>}
      <Actions view={view} onAct={onAct} />
    </header>
  );
}
