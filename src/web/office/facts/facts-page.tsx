import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { agenciesQuery } from './agencies.ts';
import { FactList } from './fact-list.tsx';
import { ImportsView } from './imports-view.tsx';
import { useKinds } from './query.ts';
import { useAddress } from '../use-address.ts';
import { words } from './words.ts';

function OwnFacts() {
  const say = useSay();
  const { search, change } = useAddress();
  const tabs = [
    { key: 'list', title: say(words.list), content: <FactList /> },
    { key: 'imports', title: say(words.imports), content: <ImportsView /> },
  ];
  return (
    <>
      <header className="mb-5 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
        </div>
        <Link href={paths.addFact} className={buttonClass('primary')}>
          <Icon name="plus" />
          {say(words.add)}
        </Link>
      </header>
      <Tabs label={say(words.tabs)} tabs={tabs} chosen={search.get('tab') ?? 'list'} onChoose={(tab) => change({ tab })} />
    </>
  );
}

/** What the centre itself puts on record about an agency. */
function OfficerEntries({ agency }: { readonly agency: string }) {
  const say = useSay();
  const { kinds = [] } = useKinds();
  const own = kinds.filter(({ enteredBy }) => enteredBy.includes('centre_officer'));
  return (
    <p className="no-print mb-5 flex flex-wrap gap-3 empty:hidden">
      {own.map(({ name, title }) => (
        <Link key={name} href={`${paths.addFact}?agency=${agency}&kind=${name}`} className={buttonClass('plain')}>
          <Icon name="plus" size={16} />
          {say(words.addFor(title))}
        </Link>
      ))}
    </p>
  );
}

function AgencyFacts() {
  const say = useSay();
  const { office } = useSigned();
  const { search, change } = useAddress();
  const agencies = useQuery(agenciesQuery);
  const agency = search.get('agency');
  return (
    <>
      <header className="mb-5">
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <p className="mt-1 max-w-prose text-soft">{say(words.leadCentre)}</p>
      </header>
      <Answer query={agencies} lines={3}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={say(words.noAgencies)} />
          ) : (
            <div className="mb-5 max-w-xl">
              <SelectField
                label={say(words.agency)}
                none={say(words.chooseAgency)}
                value={agency ?? ''}
                options={all.map(({ id, name }) => ({ value: id, label: name }))}
                onValue={(id) => change({ agency: id, kind: null, year: null })}
              />
            </div>
          )
        }
      </Answer>
      {agency && office.role === 'centre_officer' && <OfficerEntries agency={agency} />}
      {agency && <FactList key={agency} agency={agency} />}
    </>
  );
}

/** `/app/facts`: an agency's own facts; for the centre and the audit office those of the agency they choose. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  useTitle(say(words.title));
  return office.role === 'agency' ? <OwnFacts /> : <AgencyFacts />;
}
