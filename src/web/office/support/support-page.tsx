import { Link } from 'wouter';
import { paths } from '../../paths.ts';
import { useTitle } from '../../shell/use-title.ts';
import { buttonClass } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { DeterminationView } from './determination-view.tsx';
import { words } from './words.ts';

/** `/app/support`: what an agency has earned and may claim this year, clause by clause, and why. */
export function Page() {
  const say = useSay();
  useTitle(say(words.title));
  return (
    <>
      <header className="mb-5 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
        </div>
        <Link href={paths.facts} className={buttonClass('plain')}>
          {say(words.toFacts)}
        </Link>
      </header>
      <DeterminationView />
    </>
  );
}
