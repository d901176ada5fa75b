import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { useCommand } from '../../api/use-command.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { agenciesQuery } from './agencies.ts';
import { entryFormOf, type KindInfo, type WholeFact } from './fact.ts';
import { Doubt, FormFoot, isInDoubt, KeptStamp, Restored } from './form-parts.tsx';
import { choicesOf, dataOf, typedOf } from './open-picks.ts';
import { kindsQuery, useFactsChanged } from './query.ts';
import { type Saved, SavedView } from './saved-view.tsx';
import { useAddress } from '../use-address.ts';
import { useKept } from './use-kept.ts';
import { words } from './words.ts';

type FormProps = { readonly kind: KindInfo; readonly agency: string | null };

const always = () => true;
const never = () => false;

/** The form of one kind. What is typed is kept per kind, so that changing the kind loses nothing. */
function AddForm({ kind, agency }: FormProps) {
  const say = useSay();
  const renew = useFactsChanged();
  const schema = useMemo(() => entryFormOf(kind), [kind]);
  const kept = useKept(`new/${agency ?? 'own'}/${kind.name}`, () => typedOf(schema));
  const choices = useMemo(() => choicesOf(schema, say), [schema, say]);
  const { run, isBusy, problem, clear } = useCommand<Saved>();
  const [saved, setSaved] = useState<Saved | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const data = dataOf(schema, kept.typed) as WholeFact['data'];
    const result = await run((key) => api.call('addFact', { body: { kind: kind.name, data, ...(agency ? { agency } : {}) } }, { key }));
    if (!result.ok) return;
    kept.forget();
    setSaved(result.data);
    await renew();
  };
  if (saved) return <SavedView saved={saved} schema={schema} says={say(words.added)} onAnother={() => setSaved(null)} />;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid grid-cols-1 gap-5">
      <div>
        <p className="max-w-prose text-soft">{say(words.addLead)}</p>
        {kind.confirmedBy && <p className="max-w-prose text-soft">{say(words.confirmers[kind.confirmedBy])}</p>}
      </div>
      <KeptStamp at={kept.at} />
      {kept.isRestored && (
        <Restored
          onForget={() => {
            kept.forget();
            clear();
          }}
        />
      )}
      <Doubt problem={problem} />
      <SchemaForm
        schema={schema}
        value={kept.typed}
        onChange={kept.setTyped}
        choices={choices}
        faults={problem && !isInDoubt(problem) ? problem.refusals : none}
        isEditable={isInDoubt(problem) ? never : always}
      />
      <Doubt problem={problem} />
      <FormFoot title={say(words.save)} isBusy={isBusy} problem={problem} />
    </form>
  );
}

const none = [] as const;

/** For whom the centre records a fact. */
function AgencyField({ agency }: { readonly agency: string | undefined }) {
  const say = useSay();
  const { change } = useAddress();
  const agencies = useQuery(agenciesQuery);
  return (
    <Answer query={agencies} lines={2}>
      {(all) => (
        <SelectField
          label={say(words.agency)}
          none={say(words.chooseAgency)}
          value={agency ?? ''}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(id) => change({ agency: id })}
        />
      )}
    </Answer>
  );
}

/** What the address says is to be recorded: which kind, and about whom (null: the own agency, undefined: not chosen yet). */
function useChoice(kinds: readonly KindInfo[]) {
  const { office } = useSigned();
  const { search } = useAddress();
  const mine = kinds.filter(({ enteredBy }) => enteredBy.some((role) => role === office.role));
  const kind = mine.find(({ name }) => name === search.get('kind')) ?? (mine.length === 1 ? mine[0] : undefined);
  const agency = office.role === 'agency' ? null : (search.get('agency') ?? undefined);
  return { mine, kind, agency };
}

function Choosing({ kinds }: { readonly kinds: readonly KindInfo[] }) {
  const say = useSay();
  const { change } = useAddress();
  const { mine, kind, agency } = useChoice(kinds);
  if (mine.length === 0) return <Empty title={say(words.noKinds)} />;
  return (
    <>
      <Link href={agency ? `${paths.facts}?agency=${agency}` : paths.facts} className="link text-sm">
        ← {say(words.back)}
      </Link>
      <h1 className="mt-1 mb-5 font-serif text-2xl font-bold sm:text-[1.75rem]">{say(kind ? words.addFor(kind.title) : words.add)}</h1>
      <div className="mb-6 grid max-w-3xl gap-5 sm:grid-cols-2">
        {agency !== null && <AgencyField agency={agency} />}
        <SelectField
          label={say(words.chooseKind)}
          none={say(words.kind)}
          value={kind?.name ?? ''}
          options={mine.map(({ name, title }) => ({ value: name, label: title }))}
          onValue={(name) => change({ kind: name })}
        />
      </div>
      {kind && agency !== undefined && (
        <Card title={kind.title}>
          <AddForm key={`${kind.name}/${agency}`} kind={kind} agency={agency} />
        </Card>
      )}
    </>
  );
}

/** `/app/facts/new`: records a fact of any kind the office enters. */
export function Page() {
  const say = useSay();
  const kinds = useQuery(kindsQuery);
  useTitle(say(words.add));
  return (
    <Answer query={kinds} lines={8}>
      {(all) => <Choosing kinds={all} />}
    </Answer>
  );
}
