import type { CaseView } from '#contract/cases.ts';
import { Link } from 'wouter';
import type { Words } from '#core/kernel/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fieldsOf, titleOf } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { pageOf } from '../action-plan.ts';
import { PanelCard } from '../panel/panel-card.tsx';
import { Parties } from '../panel/parties.tsx';
import { panelWords } from '../panel/words.ts';
import { type ProcessInfo, schemaOf } from '../process-info.ts';
import { caseWords } from '../words.ts';
import { type ApplicationParts, pinsOf } from './data.ts';
import { ResultCard } from './result-card.tsx';
import { inspectionSchema, opinionSchema } from './schemas.ts';
import { applicationWords } from './words.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo };

function SelectionCard({ selection }: { readonly selection: NonNullable<ApplicationParts['selection']> }) {
  const say = useSay();
  const { isSelected, rank, outOf, reason } = selection;
  return (
    <Card
      id="selection"
      title={say(applicationWords.selection)}
      aside={<span className="text-sm text-soft">{say(applicationWords.rank(rank, outOf))}</span>}
    >
      <Badge tone={isSelected ? 'good' : 'quiet'}>{say(isSelected ? applicationWords.selected : applicationWords.notSelected)}</Badge>
      <p className="mt-3 whitespace-pre-wrap">{reason}</p>
    </Card>
  );
}

function OpinionCard({ parts }: { readonly parts: ApplicationParts }) {
  const say = useSay();
  return (
    <Card
      id="opinion"
      title={say(applicationWords.opinion)}
      aside={
        parts.letterNumber && (
          <span className="text-sm text-soft">
            {say(applicationWords.letter)} {parts.letterNumber}
          </span>
        )
      }
    >
      <SchemaView schema={opinionSchema} value={parts.opinion} />
    </Card>
  );
}

function FormCard({ view, info }: Props) {
  const say = useSay();
  const language = useLanguage();
  const parts = view.data as ApplicationParts;
  const editor = view.actions.some(({ event }) => event === 'fill_in' || event === 'amend') ? pageOf(view, 'fill_in') : undefined;
  return (
    <Card
      id="form"
      title={say(applicationWords.form)}
      aside={
        <span className="text-sm text-soft">
          {parts.callTitle}
          {parts.savedAt && ` · ${say(applicationWords.saved)} ${momentText(parts.savedAt, language)}`}
        </span>
      }
    >
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
      <SectionLinks info={info} />
      <SchemaView schema={schemaOf(info.form)} value={parts.form} pins={pinsOf(parts.requests)} />
    </Card>
  );
}

function SectionLinks({ info }: { readonly info: ProcessInfo }) {
  const language = useLanguage();
  return (
    <p className="no-print mb-6 flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-4 text-sm">
      {fieldsOf(schemaOf(info.form)).map(([name, section]) => (
        <a key={name} href={`#part-${name}`} className="inline-flex min-h-6 items-center text-teal no-underline hover:underline">
          {titleOf(name, section, language)}
        </a>
      ))}
    </p>
  );
}

/** The way to each part that is there; the newest stage first. */
function Jumps({ parts, hasForm }: { readonly parts: ApplicationParts; readonly hasForm: boolean }) {
  const say = useSay();
  const all: readonly (readonly [string, Words, unknown])[] = [
    ['selection', applicationWords.selection, parts.selection],
    ['result', applicationWords.result, parts.result],
    ['inspection', applicationWords.inspection, parts.inspection],
    ['panel', panelWords.panel, parts.panel],
    ['opinion', applicationWords.opinion, parts.opinion],
    ['form', applicationWords.form, hasForm],
  ];
  const shown = all.filter(([, , part]) => part);
  if (shown.length < 2) return null;
  return (
    <nav aria-label={say(applicationWords.jump)} className="no-print flex flex-wrap gap-2">
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

const refused = new Set(['county_rejected', 'not_selected']);

/** What the reader must know before reading on: why it ended, what is asked for, who is concerned. */
function Heads({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { ended, requests = [], parties = [] } = view.data as ApplicationParts;
  return (
    <>
      {ended && (
        <Notice tone="warn">
          <p className="font-semibold">{say(applicationWords.ended)}</p>
          <p className="whitespace-pre-wrap">{ended}</p>
          {refused.has(view.state) && <p className="mt-1 text-sm text-soft">{say(applicationWords.remedies)}</p>}
        </Notice>
      )}
      {requests.length > 0 && <Notice tone="warn">{say(applicationWords.requests(requests.length))}</Notice>}
      {view.hidden.includes('form') && parties.length > 0 && <Parties names={parties} />}
    </>
  );
}

/** Everything an application has gathered, the newest stage first. */
export function ApplicationData({ view, info }: Props) {
  const say = useSay();
  const parts = view.data as ApplicationParts;
  const { selection, result, inspection, panel, opinion, form } = parts;
  return (
    <>
      <Jumps parts={parts} hasForm={form !== undefined} />
      <Heads view={view} />
      {selection && <SelectionCard selection={selection} />}
      {result && <ResultCard result={result} />}
      {inspection && (
        <Card id="inspection" title={say(applicationWords.inspection)}>
          <SchemaView schema={inspectionSchema} value={inspection} />
        </Card>
      )}
      {panel && <PanelCard panel={panel} />}
      {opinion && <OpinionCard parts={parts} />}
      {form && <FormCard view={view} info={info} />}
    </>
  );
}
