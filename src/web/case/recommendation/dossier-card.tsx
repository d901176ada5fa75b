import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '#contract/cases.ts';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useToast } from '../../ui/toast.tsx';
import { sizeText } from './data.ts';
import { DossierPreview } from './dossier-preview.tsx';
import { words } from './words.ts';

type Told = AnswerOf<NamedEndpoints['readDossier']>;
type Made = Told['dossiers'][number];

const dossierQuery = (id: string) => ({
  queryKey: ['dossier', id],
  queryFn: () => dataOf(api.call('readDossier', { params: { id } })),
});

/** The officer's button; it makes the package from what is on record now. */
function Make({ id }: { readonly id: string }) {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const { run, isBusy, problem } = useCommand<Made>();
  const make = async () => {
    const result = await run((key) => api.call('makeDossier', { params: { id } }, { key }));
    if (!result.ok) return;
    tell(say(words.made(result.data.n)));
    void queries.invalidateQueries();
  };
  return (
    <>
      <Button kind="primary" isBusy={isBusy} onClick={() => void make()}>
        {say(words.make)}
      </Button>
      {problem && (
        <div className="mt-3">
          <ProblemView problem={problem} />
        </div>
      )}
    </>
  );
}

function MadeOnes({ id, dossiers }: { readonly id: string; readonly dossiers: readonly Made[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="grid gap-3">
      {dossiers.map(({ n, hash, size, files, madeAt, madeByName, isSent }) => (
        <li key={n} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-mist px-4 py-3">
          <div className="mr-auto min-w-0">
            <p className="flex flex-wrap items-baseline gap-2">
              <b>{say(words.nth(n))}</b>
              {isSent && <Badge tone="good">{say(words.isSent)}</Badge>}
              <span className="text-sm text-soft">{say(words.madeBy(madeByName, momentText(madeAt, language)))}</span>
            </p>
            <p className="text-sm text-soft">{say(words.files(files, sizeText(size)))}</p>
            <p className="font-mono text-xs wrap-anywhere text-soft">SHA-256 {hash}</p>
          </div>
          <a href={api.href('downloadDossier', { params: { id, n } })} download className={buttonClass('plain', 'small')}>
            <Icon name="download" />
            {say(words.download)}
            <span className="sr-only">{say(words.nth(n))}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The packages made for a recommendation, the way to make another, and what it would hold now. */
export function DossierCard({ view, canMake }: { readonly view: CaseView; readonly canMake: boolean }) {
  const say = useSay();
  const told = useQuery(dossierQuery(view.id));
  return (
    <Card id="dossier" title={say(words.dossier)}>
      <p className="mb-4 max-w-prose text-soft">{say(words.dossierLead)}</p>
      <Answer query={told}>
        {(data) => (
          <div className="grid grid-cols-1 gap-5">
            {data.dossiers.length > 0 ? (
              <MadeOnes id={view.id} dossiers={data.dossiers} />
            ) : (
              <p>
                <b>{say(words.noDossier)}</b>{' '}
                <span className="text-soft">{say(canMake ? words.noDossierNext : words.noDossierReader)}</span>
              </p>
            )}
            {canMake && (
              <div>
                <Make id={view.id} />
              </div>
            )}
            <DossierPreview title={data.title} subtitle={data.subtitle} sections={data.sections} />
          </div>
        )}
      </Answer>
    </Card>
  );
}
