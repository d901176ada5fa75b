import { Link, useLocation } from 'wouter';
import type { Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { paths } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import type { ZonePlan } from './queries.ts';
import { words } from './words.ts';

/** Begins the first plan of a zone, or a change that starts from the version in force; the case under way where there is one. */
export function StartPlan({ plan, canBuild }: { readonly plan: ZonePlan; readonly canBuild: boolean }) {
  const say = useSay();
  const [, go] = useLocation();
  const { run, isBusy, problem } = useCommand<Moved>();
  const start = async () => {
    const result = await run((key) => api.open('plan', { zone: plan.zone }, key));
    if (result.ok) go(paths.edit('plan', result.data.id));
  };
  if (plan.otherCase !== null) {
    return (
      <Link href={`${paths.cases('plan')}?q=${encodeURIComponent(plan.otherCase)}`} className={buttonClass('plain')}>
        {say(words.onePlan(plan.otherCase))}
      </Link>
    );
  }
  if (!canBuild) return null;
  return (
    <div className="grid gap-2">
      <Button kind={plan.content === null ? 'primary' : 'plain'} isBusy={isBusy} onClick={() => void start()}>
        {say(plan.content === null ? words.makePlan : words.changePlan)}
      </Button>
      {problem && <ProblemView problem={problem} />}
    </div>
  );
}
