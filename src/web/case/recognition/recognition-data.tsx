import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import type { Words } from '#core/kernel/words.ts';
import { useSigned } from '../../session/session.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SchemaView } from '../../ui/schema/view.tsx';
import { pageOf } from '../action-plan.ts';
import { NoticeCard } from '../notice-card.tsx';
import { PanelCard } from '../panel/panel-card.tsx';
import { Parties } from '../panel/parties.tsx';
import { panelWords } from '../panel/words.ts';
import { type ProcessInfo, schemaOf } from '../process-info.ts';
import { caseWords } from '../words.ts';
import { partsOf } from './data.ts';
import { GradeCard } from './grade-card.tsx';
import { PartOne } from './part-one.tsx';
import { PastYears } from './past-years.tsx';
import { Report, ReportLinks } from './report.tsx';
import { opinionSchema } from './schemas.ts';
import { ScoreCard } from './score-card.tsx';
import { pastWords, words } from './words.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo };

/** The way to each part that is there; the newest stage first. */
function Jumps({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { proposal, scores, panel, opinion, form, progress } = partsOf(view);
  const all: readonly (readonly [string, Words, unknown])[] = [
    ['grade', words.grade, proposal],
    ['notice', words.notice, view.notices.length > 0],
    ['scores', words.scores, scores],
    ['panel', panelWords.panel, panel],
    ['opinion', words.opinion, opinion],
    ['report', words.report, form ?? progress],
  ];
  const shown = all.filter(([, , part]) => part);
  if (shown.length < 2) return null;
  return (
    <nav aria-label={say(words.jump)} className="no-print flex flex-wrap gap-2">
      {shown.map(([id, title]) => (
        <a
          key={id}
          href={`#${id}`}
          className="inline-flex min-h-8 items-center rounded-full border border-line bg-card px-3.5 text-sm text-teal no-underline hover:border-teal"
        >
          {say(title)}
        </a>
      ))}
    </nav>
  );
}

/** What the reader must know before reading on. */
function Heads({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { ended, withoutReport, parties = [] } = partsOf(view);
  return (
    <>
      {ended && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.ended)}</p>
          <p className="whitespace-pre-wrap">{ended}</p>
        </Notice>
      )}
      {withoutReport && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.withoutReport)}</p>
          <p className="whitespace-pre-wrap">{withoutReport}</p>
        </Notice>
      )}
      {view.hidden.includes('form') && parties.length > 0 && <Parties names={parties} />}
    </>
  );
}

function OpinionCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { opinion } = partsOf(view);
  if (!opinion) return null;
  return (
    <Card id="opinion" title={say(words.opinion)}>
      {opinion.doubted.length > 0 && (
        <div className="mb-4">
          <Notice tone="warn">{say(words.doubts(opinion.doubted.length))}</Notice>
        </div>
      )}
      <SchemaView schema={opinionSchema} value={opinion} />
    </Card>
  );
}

/** When the report came, or until when it may come. */
function Filed({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const { filedOn, firstDay = '', lastDay = '' } = partsOf(view);
  const says = filedOn
    ? words.filedOn(dayText(filedOn, language))
    : words.notFiled(dayText(firstDay, language), dayText(lastDay, language));
  return <span className="text-sm text-soft">{say(says)}</span>;
}

/** The self-assessment; while the report is not the reader's to see, the plan and its record alone. */
function ReportCard({ view, info }: Props) {
  const say = useSay();
  const parts = partsOf(view);
  const editor = view.actions.some(({ event }) => event === 'fill_in') ? pageOf(view, 'fill_in') : undefined;
  const schema = schemaOf(info.form);
  if (!parts.form && !parts.progress) return null;
  return (
    <Card id="report" title={say(parts.form ? words.report : words.partOne)} aside={<Filed view={view} />}>
      {view.faults.length > 0 && editor && (
        <div className="mb-5">
          <Notice tone="warn">
            {say(caseWords.faults(view.faults.length))}{' '}
            <Link href={editor} className={buttonClass('plain', 'small')}>
              {say(caseWords.toEditor)}
            </Link>
          </Notice>
        </div>
      )}
      {parts.form ? (
        <>
          <ReportLinks schema={schema} />
          <Report parts={parts} schema={schema} />
        </>
      ) : (
        <PartOne parts={parts} />
      )}
    </Card>
  );
}

/** Everything a yearly recognition has gathered, the newest stage first. */
export function RecognitionData({ view, info }: Props) {
  const say = useSay();
  const { office } = useSigned();
  const parts = partsOf(view);
  return (
    <>
      <Jumps view={view} />
      <Heads view={view} />
      <GradeCard view={view} />
      <NoticeCard view={view} />
      {parts.scores && <ScoreCard parts={parts} scores={parts.scores} />}
      {parts.panel && <PanelCard panel={parts.panel} />}
      <OpinionCard view={view} />
      <ReportCard view={view} info={info} />
      {parts.zone && office.role !== 'expert' && (
        <Card id="past" title={say(pastWords.past)}>
          <PastYears zone={parts.zone} />
        </Card>
      )}
    </>
  );
}
