import { Link } from 'wouter';
import type { ActionView, CaseView } from '#contract/cases.ts';
import { ClauseMark } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { pageOf, type Plan, planOf } from './action-plan.ts';
import { caseWords } from './words.ts';

type Props = { readonly view: CaseView; readonly onAct: (action: ActionView) => void };

function Why({ action }: { readonly action: ActionView }) {
  const say = useSay();
  return (
    <div>
      <p className="font-semibold">{say(caseWords.notYet(action.title))}</p>
      <ul className="mt-0.5 grid gap-0.5 text-[0.9375rem]">
        {action.refusals.map(({ code, says, clause }) => (
          <li key={`${code}/${says}`} className="flex gap-2">
            <span className="mt-0.5 text-gold">
              <Icon name="warn" size={15} />
            </span>
            <span>
              {says} <ClauseMark clause={clause} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A button, or a link where the action has a page of its own. */
function Act({ view, action, kind, onAct }: Props & { readonly action: ActionView; readonly kind: 'primary' | 'plain' | 'grave' }) {
  const page = pageOf(view, action.event);
  if (page)
    return (
      <Link href={page} className={buttonClass(kind)}>
        {action.title}
        <Icon name="right" size={16} />
      </Link>
    );
  return (
    <Button kind={kind} onClick={() => onAct(action)}>
      {action.title}
    </Button>
  );
}

function Standing({ view, plan }: { readonly view: CaseView; readonly plan: Plan }) {
  const say = useSay();
  if (plan.lead || plan.waitedFor) return null;
  // A decision that ended the case may still be corrected: then the case has an action left.
  if (view.isFinal) return <p className="text-soft">{say(caseWords.ended)}</p>;
  return <p className="text-soft">{say(view.awaits ? caseWords.waits(view.awaits) : caseWords.nothing)}</p>;
}

/** The one next step, why it is not possible if so, and the other actions in a quieter row. */
export function Actions({ view, onAct }: Props) {
  const say = useSay();
  const plan = planOf(view);
  const { lead, waitedFor, others, unavailable } = plan;
  return (
    <section aria-label={say(caseWords.next)} className="no-print mt-5 grid gap-4 border-t border-line pt-5">
      <Standing view={view} plan={plan} />
      {waitedFor && <Why action={waitedFor} />}
      <div className="flex flex-wrap items-center gap-3 empty:hidden">
        {lead && <Act view={view} action={lead} kind="primary" onAct={onAct} />}
        {others.map((action) => (
          <Act key={action.event} view={view} action={action} kind={action.manner === 'grave' ? 'grave' : 'plain'} onAct={onAct} />
        ))}
      </div>
      {unavailable.length > 0 && (
        <details className="text-[0.9375rem]">
          <summary className="text-sm text-soft">{say(caseWords.unavailable(unavailable.length))}</summary>
          <div className="mt-3 grid gap-3">
            {unavailable.map((action) => (
              <Why key={action.event} action={action} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
