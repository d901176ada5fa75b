import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '#contract/cases.ts';
import { Answer } from '../../api/answer.tsx';
import { processesQuery } from '../../api/query.ts';
import { Changes } from '../../case/plan/changes.tsx';
import { planChangesQuery } from '../../case/plan/queries.ts';
import { planWords } from '../../case/plan/words.ts';
import { schemaOf } from '../../case/process-info.ts';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';

/** What the draft changes in the plan in force, before it is filed; nothing for the first plan of a zone. */
export function BeforeFiling({ kase }: { readonly kase: CaseView }) {
  const say = useSay();
  const changes = useQuery({ ...planChangesQuery(kase.id, kase.version), enabled: kase.data.base !== 0 });
  const processes = useQuery(processesQuery);
  if (kase.data.base === 0) return null;
  const schema = schemaOf(processes.data?.find(({ name }) => name === 'plan')?.form);
  return (
    <Card title={say(planWords.changesTitle)}>
      <Answer query={changes} lines={4}>
        {(told) =>
          told.changes === null ? (
            <p className="text-soft">{say(planWords.draftIncomplete)}</p>
          ) : (
            <Changes schema={schema} changes={told.changes.map(({ change }) => change)} />
          )
        }
      </Answer>
    </Card>
  );
}
