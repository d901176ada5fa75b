import { Link } from 'wouter';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { endedByFinding, type KindInfo, type WholeFact } from './fact.ts';
import { words } from './words.ts';

type Props = { readonly fact: WholeFact; readonly kind: KindInfo };

/** The decision that found it false, with what took that back; whoever may read the case gets the way to it. */
function Found({ fact }: Pick<Props, 'fact'>) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  const { finding } = fact;
  if (!finding) return null;
  return (
    <Notice tone={finding.restoredAt === null ? 'bad' : 'warn'}>
      <p className="font-semibold">{say(words.foundFalse(momentText(finding.at, language), finding.documentNumber))}</p>
      <p className="whitespace-pre-wrap">{finding.findings}</p>
      {finding.restoredAt !== null && (
        <p className="mt-1">{say(words.foundTrue(momentText(finding.restoredAt, language), finding.restoredBecause ?? ''))}</p>
      )}
      {readsClaims.has(office.role) && (
        <Link href={paths.case('claim', finding.case)} className="link inline-flex min-h-6 items-center">
          {say(words.toCase(finding.number))}
        </Link>
      )}
    </Notice>
  );
}

const readsClaims = new Set(['agency', 'centre_officer', 'centre_approver', 'auditor']);

function Ended({ fact }: Pick<Props, 'fact'>) {
  const say = useSay();
  const language = useLanguage();
  const { knownTo, withdrawnBecause, history } = fact;
  if (knownTo === null || endedByFinding(fact)) return null;
  const at = momentText(knownTo, language);
  const latest = history.find((version) => version.knownTo === null);
  return (
    <Notice tone="warn">
      <p>{say(withdrawnBecause === null ? words.endedByCorrection(at) : words.endedByWithdrawal(at))}</p>
      {latest && (
        <Link href={paths.fact(latest.id)} className="link inline-flex min-h-6 items-center">
          {say(words.toLatest)}
        </Link>
      )}
    </Notice>
  );
}

/** Documents a claim can not do without; its author gets a way to each. */
function Lacking({ fact, kind }: Props) {
  const say = useSay();
  const { office } = useSigned();
  const lacking = kind.evidence.filter(({ field }) => fact.missingEvidence.includes(field));
  if (lacking.length === 0) return null;
  const isAuthor = kind.enteredBy.some((role) => role === office.role);
  return (
    <Notice tone="warn">
      <p className="font-semibold">{say(words.lackingTitle)}</p>
      <ul className="mt-1 grid gap-1">
        {lacking.map(({ field, title }) => (
          <li key={field}>
            {isAuthor ? (
              <Link href={`${paths.correctFact(fact.id)}?focus=${field}`} className="link inline-flex min-h-6 items-center">
                {say(words.handIn(title))}
              </Link>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What one must know before reading a fact: that it was found false, that it ended, that it is denied, what it lacks. */
export function FactNotices({ fact, kind }: Props) {
  const say = useSay();
  const { office } = useSigned();
  const isLive = fact.knownTo === null;
  return (
    <div className="mb-5 grid gap-3 empty:hidden">
      <Found fact={fact} />
      <Ended fact={fact} />
      {isLive && fact.standing === 'disputed' && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.disputedTitle)}</p>
          {kind.enteredBy.some((role) => role === office.role) && <p>{say(words.disputedNext)}</p>}
        </Notice>
      )}
      {isLive && <Lacking fact={fact} kind={kind} />}
    </div>
  );
}
