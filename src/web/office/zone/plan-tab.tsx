import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { processesQuery } from '../../api/query.ts';
import { Changes } from '../../case/plan/changes.tsx';
import { PlanContent } from '../../case/plan/plan-content.tsx';
import { schemaOf } from '../../case/process-info.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { useAddress } from '../use-address.ts';
import { differenceQuery, type ZonePlan } from './queries.ts';
import { words } from './words.ts';

type Version = ZonePlan['versions'][number];

/** The plan in force, every version there was, and what differs between any two. */
export function PlanTab({ plan, canBuild }: { readonly plan: ZonePlan; readonly canBuild: boolean }) {
  const say = useSay();
  const processes = useQuery(processesQuery);
  const schema = schemaOf(processes.data?.find(({ name }) => name === 'plan')?.form);
  const latest = Math.max(0, ...plan.versions.map(({ version }) => version));
  if (plan.content === null) {
    return <Empty title={say(words.noPlan)}>{say(canBuild ? words.noPlanBuilder : words.noPlanReader)}</Empty>;
  }
  return (
    <div className="grid grid-cols-1 gap-6">
      <Card title={say(words.versions)}>
        <Versions versions={plan.versions} latest={latest} />
      </Card>
      {plan.versions.length > 1 && (
        <Card title={say(words.compare)}>
          <Compare plan={plan} latest={latest} schema={schema} />
        </Card>
      )}
      <Card title={say(words.content(latest))}>
        <PlanContent schema={schema} form={plan.content} />
      </Card>
    </div>
  );
}

function Versions({ versions, latest }: { readonly versions: readonly Version[]; readonly latest: number }) {
  const say = useSay();
  const language = useLanguage();
  const columns: readonly Column<Version>[] = [
    {
      key: 'version',
      title: say(words.versions),
      isHeading: true,
      cell: ({ version, isEditorial }) => (
        <>
          <span className="font-semibold">{say(words.version(version))}</span> {version === latest && <Badge>{say(words.inForce)}</Badge>}
          <span className="block text-sm text-soft">{say(version === 1 ? words.first : isEditorial ? words.editorial : words.change)}</span>
        </>
      ),
    },
    { key: 'on', title: say(words.consentedOn), cell: ({ consentedOn }) => dayText(consentedOn, language) },
    { key: 'from', title: say(words.countsFrom), cell: ({ countsFrom }) => String(countsFrom) },
    { key: 'document', title: say(words.documentNumber), cell: ({ documentNumber }) => documentNumber },
    {
      key: 'case',
      title: say(words.kase),
      cell: ({ case: kase, number }) => (
        <Link href={paths.case('plan', kase)} className="link inline-flex min-h-6 items-center">
          {number}
        </Link>
      ),
    },
  ];
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return <Table caption={say(words.versions)} columns={columns} rows={newestFirst} keyOf={({ version }) => String(version)} />;
}

type CompareProps = { readonly plan: ZonePlan; readonly latest: number; readonly schema: Schema };

function Compare({ plan, latest, schema }: CompareProps) {
  const say = useSay();
  const { search, change } = useAddress();
  const chosen = (name: string, otherwise: number) => {
    const asked = Number(search.get(name));
    return plan.versions.some(({ version }) => version === asked) ? asked : otherwise;
  };
  const [from, to] = [chosen('from', latest - 1), chosen('to', latest)];
  const difference = useQuery({ ...differenceQuery(plan.zone, from, to), enabled: from !== to });
  const options = plan.versions.map(({ version, consentedOn }) => ({
    value: String(version),
    label: `${say(words.version(version))} · ${consentedOn}`,
  }));
  return (
    <>
      <div className="mb-5 grid max-w-xl gap-4 sm:grid-cols-2">
        <SelectField label={say(words.compareFrom)} value={String(from)} options={options} onValue={(one) => change({ from: one })} />
        <SelectField label={say(words.compareTo)} value={String(to)} options={options} onValue={(one) => change({ to: one })} />
      </div>
      {from === to ? (
        <p className="text-soft">{say(words.sameVersion)}</p>
      ) : (
        <Answer query={difference} lines={4}>
          {({ changes }) => <Changes schema={schema} changes={changes.map((told) => told.change)} />}
        </Answer>
      )}
    </>
  );
}
