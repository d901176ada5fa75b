import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { type Grade, grades } from '#processes/recognition/screens.tsx';
import { useSigned } from '../../session/session.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { paths } from '../../paths.ts';
import type { ProcessInfo } from '../process-info.ts';
import { type Parts, partsOf } from './data.ts';
import { DossierCard } from './dossier-card.tsx';
import { words } from './words.ts';

const dossierReaders = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** The order and the words of the centre; they are kept from everybody else. */
function useOrder({ order, proposal }: Parts): readonly Pair[] {
  const say = useSay();
  if (!order) return [];
  const { passedOver, undecided, reason } = order;
  const pairs: readonly Pair[] = [
    { key: 'passed', label: say(words.passedOver), value: passedOver.join('、') },
    { key: 'undecided', label: say(words.undecided), value: undecided > 0 ? say(words.zones(undecided)) : '' },
    { key: 'reason', label: say(words.orderReason), value: reason, isWide: true },
    { key: 'opinion', label: say(words.opinion), value: proposal?.opinion, isWide: true },
  ];
  return pairs.filter(({ value }) => Boolean(value));
}

const gradeWords = (grade: string) => grades[grade as Grade] ?? both(grade, grade);

/** What the recommendation rests on. */
function Basis({ parts }: { readonly parts: Parts }) {
  const say = useSay();
  const order = useOrder(parts);
  const { basis } = parts;
  if (!basis) return null;
  const { year, grade, total, rank } = basis;
  const toList = (
    <Link href={`${paths.recommendations}?year=${year}`} className="link text-sm">
      {say(words.toList)}
    </Link>
  );
  return (
    <Card title={say(words.basis)} aside={parts.order && toList}>
      <Pairs
        pairs={[
          { key: 'result', label: say(words.result), value: say(words.resultIs(year, say(gradeWords(grade)), total.toFixed(2))) },
          { key: 'rank', label: say(words.rank), value: say(words.rankIs(rank)) },
          ...order,
        ]}
      />
    </Card>
  );
}

const unitSchema: Schema = {
  type: 'object',
  properties: {
    statement: { type: 'string', title: words.statement.zh, titleEn: words.statement.en, widget: 'paragraph' },
    contact: { type: 'string', title: words.contact.zh, titleEn: words.contact.en },
    annexes: {
      type: 'array',
      widget: 'table',
      title: words.annexes.zh,
      titleEn: words.annexes.en,
      items: {
        type: 'object',
        properties: {
          title: { type: 'string', title: '材料名称', titleEn: 'Name' },
          attachment: { type: 'string', title: '文件', titleEn: 'File', widget: 'attachment' },
        },
      },
    },
  },
};

function Unit({ unit, isWaiting }: { readonly unit: Parts['unit']; readonly isWaiting: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  if (!unit) return isWaiting ? <Notice>{say(office.role === 'applicant' ? words.ownMissing : words.unitMissing)}</Notice> : null;
  return (
    <Card
      title={say(words.unit)}
      aside={<span className="text-sm text-soft">{say(words.consented(unit.by, momentText(unit.consentedAt, language)))}</span>}
    >
      <SchemaView schema={unitSchema} value={unit} />
    </Card>
  );
}

/** What was sent, and what came of it. */
function Outcome({ parts }: { readonly parts: Parts }) {
  const say = useSay();
  const language = useLanguage();
  const { sent, outcome, closedBecause } = parts;
  return (
    <>
      {closedBecause && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.closed)}</p>
          <p className="whitespace-pre-wrap">{closedBecause}</p>
        </Notice>
      )}
      {outcome && (
        <Notice tone={outcome.kind === 'accepted' ? 'good' : 'info'}>
          <p className="font-semibold">{say(outcome.title === null ? words.notAccepted : words.accepted(outcome.title))}</p>
          <p>
            {[outcome.documentNumber, dayText(outcome.on, language)].filter(Boolean).join(' · ')}
            {outcome.reason && `：${outcome.reason}`}
          </p>
        </Notice>
      )}
      {sent && (
        <Card title={say(words.sent)}>
          <Pairs
            pairs={[
              { key: 'document', label: say(words.documentNumber), value: sent.documentNumber },
              { key: 'on', label: say(words.sentOn), value: dayText(sent.sentOn, language) },
            ]}
          />
        </Card>
      )}
    </>
  );
}

/** Everything a recommendation has gathered, the newest stage first. */
export function RecommendationData({ view }: { readonly view: CaseView; readonly info: ProcessInfo }) {
  const { office } = useSigned();
  const parts = partsOf(view);
  return (
    <>
      <Outcome parts={parts} />
      {dossierReaders.has(office.role) && (
        <DossierCard view={view} canMake={office.role === 'centre_officer' && view.state === 'gathering'} />
      )}
      <Unit unit={parts.unit} isWaiting={view.state === 'unit_part'} />
      <Basis parts={parts} />
    </>
  );
}
