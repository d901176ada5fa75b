import { useQueryClient } from '@tanstack/react-query';
import type { CaseView, Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { caseQuery } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import type { BodyProps } from '../../form-editor/form-kind.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words } from './words.ts';

/** Takes what was reported since into the report: first everything typed is saved, then the plan is looked at again. */
export function Refresh({ kase, flush }: { readonly kase: CaseView; readonly flush: BodyProps['flush'] }) {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const { run, isBusy, problem } = useCommand<Moved>();
  const action = kase.actions.find(({ event }) => event === 'refresh_progress');
  const refresh = async () => {
    if (!(await flush())) return tell(say(words.saveFirst));
    // Saving moved the case on: its version is read anew.
    const fresh = await api.read(kase.process, kase.id);
    const version = fresh.ok ? fresh.data.version : kase.version;
    const result = await run((key) => api.advance({ process: kase.process, id: kase.id, event: 'refresh_progress' }, {}, { version, key }));
    if (!result.ok) return;
    await queries.refetchQueries({ queryKey: caseQuery(kase.process, kase.id).queryKey });
    tell(say(words.refreshed));
  };
  if (!action) return null;
  return (
    <>
      <Button size="small" isBusy={isBusy} onClick={() => void refresh()}>
        {action.title}
      </Button>
      {problem && (
        <div className="w-full">
          <ProblemView problem={problem} />
        </div>
      )}
    </>
  );
}
