import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { titleAt } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { paths } from '../../paths.ts';
import { pageOf } from '../action-plan.ts';
import { type ProcessInfo, schemaOf } from '../process-info.ts';
import { caseWords } from '../words.ts';
import { Changes } from './changes.tsx';
import type { Consent, PlanParts, Report, Request } from './data.ts';
import { PlanContent } from './plan-content.tsx';
import { checkSchema, opinionSchema, reportSchema } from './schemas.ts';
import { planWords } from './words.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo };

/** A plan or a change of it: what it changes first, then the report, the opinions, and the plan as a whole. */
export function PlanData({ view, info }: Props) {
  const say = useSay();
  const parts = view.data as unknown as PlanParts;
  const schema = schemaOf(info.form);
  const isChange = parts.base > 0 && parts.report !== null;
  return (
    <>
      <Unfinished view={view} />
      {parts.consent && <ConsentCard consent={parts.consent} zone={parts.zone} />}
      {parts.ended && (
        <Card title={say(planWords.ended)}>
          <p className="whitespace-pre-wrap">{parts.ended}</p>
        </Card>
      )}
      {parts.requests.length > 0 && <Requests requests={parts.requests} schema={schema} />}
      {isChange && (
        <Card title={say(planWords.changesTitle)}>
          <Changes schema={schema} changes={parts.changes} />
        </Card>
      )}
      {isChange && parts.report && <ReportCard report={parts.report} />}
      {parts.opinion && (
        <Card title={say(planWords.countyOpinion)}>
          <SchemaView schema={opinionSchema} value={parts.opinion} />
        </Card>
      )}
      {parts.check && (
        <Card title={say(planWords.centreCheck)}>
          <SchemaView schema={checkSchema} value={parts.check} />
        </Card>
      )}
      <Card
        title={say(planWords.content(parts.base))}
        aside={
          <Link href={paths.zone(parts.zone)} className={buttonClass('bare', 'small')}>
            {say(planWords.zonePage)}
          </Link>
        }
      >
        <PlanContent schema={schema} form={parts.form} />
      </Card>
    </>
  );
}

const faultsTitle = (n: number) => both(`方案还有${n}处未填或有误`, `${n} fields of the plan are missing or wrong`);

/** To its writer: how much is missing, and the way there. */
function Unfinished({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const editor = pageOf(view, 'fill_in');
  if (view.faults.length === 0 || !editor) return null;
  return (
    <Notice tone="warn">
      {say(faultsTitle(view.faults.length))}{' '}
      <Link href={editor} className={buttonClass('plain', 'small')}>
        {say(caseWords.toEditor)}
      </Link>
    </Notice>
  );
}

function ConsentCard({ consent, zone }: { readonly consent: Consent; readonly zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const pairs = [
    { key: 'number', label: say(planWords.documentNumber), value: consent.documentNumber },
    { key: 'on', label: say(planWords.consentedOn), value: dayText(consent.consentedOn, language) },
    { key: 'from', label: say(planWords.countsSince), value: String(consent.countsFrom) },
  ];
  return (
    <Card
      title={say(planWords.consent)}
      aside={
        <Link href={`${paths.zone(zone)}?tab=plan`} className="link">
          {say(planWords.version(consent.version))}
        </Link>
      }
    >
      <Pairs pairs={pairs} />
    </Card>
  );
}

function Requests({ requests, schema }: { readonly requests: readonly Request[]; readonly schema: Schema }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Card title={say(planWords.requests)}>
      <ul className="grid gap-2">
        {requests.map(({ path, says }) => (
          <li key={`${path}/${says}`}>
            <b>{titleAt(schema, path, language)}</b>：{says}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ReportCard({ report }: { readonly report: Report }) {
  const say = useSay();
  const { lateWorkdays: late, countsFrom } = report;
  return (
    <Card
      title={say(planWords.report)}
      aside={<Badge tone={late > 0 ? 'gold' : 'teal'}>{say(late > 0 ? planWords.late(late) : planWords.inTime)}</Badge>}
    >
      <SchemaView schema={reportSchema} value={report} />
      <p className="mt-4 text-soft">{say(planWords.countsFrom(countsFrom))}</p>
    </Card>
  );
}
