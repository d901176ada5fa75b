import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { countyFindings } from '#processes/rectification/screens.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import { type Parts, partsOf } from './data.ts';
import { FindingsCard } from './findings-card.tsx';
import { ResultCard } from './result-card.tsx';
import { words } from './words.ts';

type Props = { readonly parts: Parts };

/** What of the time is asked for or has run out, while the building unit rectifies. */
function TimeNotices({ parts }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { overdueOn, asked, proposedExtension, extension } = parts;
  return (
    <>
      {overdueOn && <Notice tone="warn">{say(words.overdue)}</Notice>}
      {asked && !extension && (
        <Notice>
          {say(words.asked(dayText(asked.until, language)))}：{asked.reason}
        </Notice>
      )}
      {proposedExtension && (
        <Notice>
          {say(words.proposed(dayText(proposedExtension.until, language)))}：{proposedExtension.reason}
        </Notice>
      )}
    </>
  );
}

/** What the reader must know before reading on. */
function Heads({ parts, view }: Props & { readonly view: CaseView }) {
  const say = useSay();
  const { ended, withoutWaiting } = parts;
  return (
    <>
      {ended && (
        <Notice tone="warn">
          {say(words.ended)}：{ended}
        </Notice>
      )}
      {view.state === 'rectifying' && <TimeNotices parts={parts} />}
      {withoutWaiting && (
        <Notice tone="warn">
          {say(words.withoutWaiting)}：{withoutWaiting}
        </Notice>
      )}
    </>
  );
}

const prose = (text: string) => <span className="whitespace-pre-wrap">{text}</span>;

function OpinionCard({ parts }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { opinion } = parts;
  if (!opinion) return null;
  const finding = countyFindings[opinion.finding as keyof typeof countyFindings];
  const signed = opinion.signedOn ? words.signedOn(dayText(opinion.signedOn, language)) : words.notSigned;
  return (
    <Card title={say(words.opinion)} aside={<span className="text-sm text-soft">{say(signed)}</span>}>
      <p>
        {finding && <Badge tone={opinion.finding === 'true' ? 'teal' : 'gold'}>{say(finding)}</Badge>} {prose(opinion.says)}
      </p>
    </Card>
  );
}

function useNoticePairs({ notice, deadline, extension, recognition, recognitionNumber = '', year = 0 }: Parts): readonly Pair[] {
  const say = useSay();
  const language = useLanguage();
  return [
    ...(deadline
      ? [
          {
            key: 'deadline',
            label: say(words.deadline),
            value: (
              <>
                <span className="font-semibold">{dayText(deadline, language)}</span>
                {extension && <span className="block text-sm text-soft">{say(words.extendedFrom(dayText(extension.from, language)))}</span>}
              </>
            ),
          },
        ]
      : []),
    ...(notice
      ? [
          { key: 'no', label: say(words.documentNumber), value: notice.documentNumber },
          { key: 'on', label: say(words.issuedOn), value: dayText(notice.issuedOn, language) },
          { key: 'county', label: say(words.county), value: notice.county },
          { key: 'then', label: say(words.consequence), value: notice.consequence, isWide: true },
        ]
      : []),
    ...(extension ? [{ key: 'why', label: say(words.extension), value: prose(extension.reason), isWide: true }] : []),
    ...(recognition
      ? [
          {
            key: 'basis',
            label: say(words.basis),
            value: (
              <Link href={paths.case('recognition', recognition)} className="link inline-block min-h-6">
                {say(words.basisSays(recognitionNumber, year))}
              </Link>
            ),
            isWide: true,
          },
        ]
      : []),
  ];
}

function NoticePart({ parts }: Props) {
  const say = useSay();
  const pairs = useNoticePairs(parts);
  return (
    <Card title={say(words.notice)}>
      {!parts.findings && (
        <div className="mb-4">
          <Notice>{say(words.noFindings)}</Notice>
        </div>
      )}
      <Pairs pairs={pairs} />
    </Card>
  );
}

/** What the recognition found short of the plan, for whoever drafts the notice. */
function Shortfalls({ parts, view }: Props & { readonly view: CaseView }) {
  const say = useSay();
  const { shortfalls = [] } = parts;
  if (view.state !== 'drafting' && view.state !== 'notice_approval') return null;
  return (
    <Card title={say(words.shortfalls)}>
      {shortfalls.length === 0 ? (
        <p className="text-soft">{say(words.noShortfalls)}</p>
      ) : (
        <ul className="grid gap-2">
          {shortfalls.map(({ subject, says }) => (
            <li key={subject}>
              <span className="font-semibold">{subject}</span> <span className="text-soft">{says}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Everything a rectification has gathered, the newest stage first. */
export function RectificationData({ view }: { readonly view: CaseView }) {
  const parts = partsOf(view);
  return (
    <>
      <Heads parts={parts} view={view} />
      <ResultCard parts={parts} />
      <OpinionCard parts={parts} />
      <FindingsCard parts={parts} />
      <NoticePart parts={parts} />
      <Shortfalls parts={parts} view={view} />
    </>
  );
}
