import { useSearchParams } from 'wouter';
import { useTitle } from '../../shell/use-title.ts';
import { useSay } from '../../ui/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { words } from '../../words.ts';
import { Organisations } from './organisations.tsx';
import { People } from './people.tsx';
import { adminWords } from './words.ts';

/** The administrator's tables: organisations and people. */
export function AdminPage() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  useTitle(say(words.admin));
  return (
    <>
      <h1 className="mb-3 font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.admin)}</h1>
      <Tabs
        label={say(words.admin)}
        chosen={search.get('tab') ?? 'organisations'}
        onChoose={(tab) => setSearch({ tab }, { replace: true })}
        tabs={[
          { key: 'organisations', title: say(adminWords.organisations), content: <Organisations /> },
          { key: 'people', title: say(adminWords.people), content: <People /> },
        ]}
      />
    </>
  );
}
