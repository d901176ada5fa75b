import { useSearchParams } from 'wouter';
import { useTitle } from '../../shell/use-title.ts';
import { useSay } from '../../ui/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { DeterminationView } from './determination-view.tsx';
import { FactForm } from './fact-form.tsx';
import { ImportsView } from './import-view.tsx';
import { words } from './words.ts';

/** `/app/support`: what the plan gives an agency this year and why, and the facts it rests on. */
export function Page() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  useTitle(say(words.title));
  const tabs = [
    { key: 'support', title: say(words.support), content: <DeterminationView /> },
    { key: 'imports', title: say(words.imports), content: <ImportsView /> },
    { key: 'fact', title: say(words.fact), content: <FactForm /> },
  ];
  return (
    <>
      <header className="mb-5">
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      <Tabs
        label={say(words.tabs)}
        tabs={tabs}
        chosen={search.get('tab') ?? 'support'}
        onChoose={(key) => setSearch((now) => (now.set('tab', key), now), { replace: true })}
      />
    </>
  );
}
