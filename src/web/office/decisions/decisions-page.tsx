import { useSearchParams } from 'wouter';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { useSay } from '../../ui/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useYear, YearPicker } from '../year.tsx';
import { Discretion } from './discretion.tsx';
import { FalseClaims } from './false-claims.tsx';
import { Unclaimed } from './unclaimed-view.tsx';
import { words } from './words.ts';

const readers = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** `/app/decisions`: how the centre used its discretion, who has earned support without claiming it, and what was claimed by false facts. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const [search, setSearch] = useSearchParams();
  const { year } = useYear();
  useTitle(say(words.title));
  if (!readers.has(office.role)) return <NotFound />;
  const tabs = [
    { key: 'discretion', title: say(words.discretion), content: <Discretion year={year} /> },
    { key: 'unclaimed', title: say(words.unclaimed), content: <Unclaimed year={year} /> },
    { key: 'false', title: say(words.falseClaims), content: <FalseClaims /> },
  ];
  return (
    <>
      <header className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <YearPicker />
      </header>
      <Tabs
        label={say(words.tabs)}
        tabs={tabs}
        chosen={search.get('view') ?? ''}
        onChoose={(key) => setSearch((now) => (now.set('view', key), now), { replace: true })}
      />
    </>
  );
}
