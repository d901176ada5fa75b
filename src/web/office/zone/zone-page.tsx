import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { zonesQuery } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import { useAddress } from '../use-address.ts';
import { concernsZone } from './access.ts';
import { PlanTab } from './plan-tab.tsx';
import { planQuery, type ZonePlan } from './queries.ts';
import { RecognitionsTab } from './recognitions-tab.tsx';
import { RecordsTab } from './records-tab.tsx';
import { ResidenceTab } from './residence-tab.tsx';
import { residenceWords } from './residence-words.ts';
import { ScorecardTab } from './scorecard-tab.tsx';
import { StartPlan } from './start-plan.tsx';
import { words } from './words.ts';

type Zone = AnswerOf<NamedEndpoints['listZones']>[number];

const tones: Readonly<Record<string, Tone>> = { designated: 'teal', rectifying: 'gold', revoked: 'red' };

function Heading({ zone, children }: { readonly zone: Zone; readonly children: ReactNode }) {
  const say = useSay();
  const language = useLanguage();
  const { name, number, districtName, operatorName, designatedOn, status } = zone;
  const title = words.statuses[status];
  return (
    <header className="mb-6">
      <Link href={paths.zones} className="link text-sm">
        ← {say(words.back)}
      </Link>
      <div className="mt-1 flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{name}</h1>
          <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-soft">
            <Badge tone={tones[status] ?? 'quiet'}>{title ? say(title) : status}</Badge>
            <span>{districtName}</span>
            <span>{say(words.since(dayText(designatedOn, language)))}</span>
            <span>{number}</span>
          </p>
          <p className="mt-1 text-soft">
            {say(words.operator)}：{operatorName} ·{' '}
            <a className="link" href={`/zones/${zone.id}`}>
              {say(words.publicPage)}
            </a>
          </p>
        </div>
        {children}
      </div>
    </header>
  );
}

/** The parts of the page; which is open lives in the address. */
function Parts({ zone, plan, canBuild }: { readonly zone: Zone; readonly plan: ZonePlan; readonly canBuild: boolean }) {
  const say = useSay();
  const { search, change } = useAddress();
  const { id, name, status } = zone;
  const isRevoked = status === 'revoked';
  const tabs: readonly Tab[] = [
    {
      key: 'scorecard',
      title: say(words.scorecard),
      content: <ScorecardTab zone={id} isRevoked={isRevoked} hasPlan={plan.content !== null} canBuild={canBuild} />,
    },
    { key: 'plan', title: say(words.plan), content: <PlanTab plan={plan} canBuild={canBuild} /> },
    { key: 'records', title: say(words.records), content: <RecordsTab zone={id} isRevoked={isRevoked} /> },
    { key: 'residence', title: say(residenceWords.tab), content: <ResidenceTab zone={id} name={name} /> },
    { key: 'recognitions', title: say(words.recognitions), content: <RecognitionsTab zone={id} /> },
  ];
  return <Tabs label={say(words.tabs)} tabs={tabs} chosen={search.get('tab') ?? 'scorecard'} onChoose={(tab) => change({ tab })} />;
}

function ZoneView({ zone }: { readonly zone: Zone }) {
  const { office } = useSigned();
  const plan = useQuery(planQuery(zone.id));
  const canBuild = office.role === 'applicant' && zone.status !== 'revoked';
  useTitle(zone.name);
  return (
    <>
      <Heading zone={zone}>{plan.data && <StartPlan plan={plan.data} canBuild={canBuild} />}</Heading>
      <Answer query={plan} lines={10}>
        {(told) => <Parts zone={zone} plan={told} canBuild={canBuild} />}
      </Answer>
    </>
  );
}

/** `/app/zones/:id`: a zone for those who have to do with it: how it stands, its plan, what is on record, its recognitions. */
export function Page() {
  const { id } = useParams<{ id: string }>();
  const { office } = useSigned();
  const zones = useQuery(zonesQuery);
  return (
    <Answer query={zones} lines={10}>
      {(all) => {
        const zone = all.find((one) => one.id === id);
        return zone && concernsZone(office, zone) ? <ZoneView zone={zone} /> : <NotFound />;
      }}
    </Answer>
  );
}
