import { useCallback, useState } from 'react';
import type { CaseView, Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useSigned } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorsByField } from '../../ui/schema/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { BigChoice, BigText, BigYesNo, Question } from './controls.tsx';
import { type Draft, emptyDraft, keepDraft, keptDraft, recordOf, type Visit } from './draft.ts';
import { Visits } from './visits.tsx';
import { words } from './words.ts';

type Props = { readonly kase: CaseView; readonly onDone: () => Promise<void> };
type Errors = Readonly<Record<string, string>>;
type PartProps = { readonly draft: Draft; readonly errors: Errors; readonly set: (change: Partial<Draft>) => void };

/** Providers the application lists, by name. */
function providersOf(kase: CaseView): readonly string[] {
  const form = kase.data.form as { services?: { providers?: unknown } } | undefined;
  const rows = Array.isArray(form?.services?.providers) ? (form.services.providers as readonly { name?: unknown }[]) : [];
  return [...new Set(rows.map(({ name }) => name).filter((name): name is string => typeof name === 'string' && name !== ''))];
}

/** The record: kept on the device at every touch, sent when it is complete. */
function useInspection(kase: CaseView) {
  const { today, person } = useSigned();
  const [draft, setDraft] = useState(() => keptDraft(kase.id) ?? emptyDraft(today, person.name));
  const update = useCallback(
    (change: (now: Draft) => Draft) =>
      setDraft((now) => {
        const next = change(now);
        keepDraft(kase.id, next);
        return next;
      }),
    [kase.id],
  );
  return { draft, update };
}

function useFiling({ kase, onDone }: Props) {
  const say = useSay();
  const tell = useToast();
  const { run, isBusy, problem } = useCommand<Moved>();
  const file = async (draft: Draft) => {
    const send = (version: number) =>
      run((key) => api.advance({ process: 'application', id: kase.id, event: 'record_inspection' }, recordOf(draft), { version, key }));
    let result = await send(kase.version);
    if (!result.ok && result.problem.status === 412) {
      // Experts seal while the visit goes on; the record itself is not touched by that.
      const fresh = await api.read('application', kase.id);
      if (fresh.ok) result = await send(fresh.data.version);
    }
    if (!result.ok) return window.scrollTo(0, 0);
    keepDraft(kase.id, null);
    tell(say(words.done));
    await onDone();
  };
  return { file, isBusy, problem };
}

/** The inspection form, made for a phone. */
export function InspectionForm({ kase, onDone }: Props) {
  const say = useSay();
  const { draft, update } = useInspection(kase);
  const { file, isBusy, problem } = useFiling({ kase, onDone });
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const errors = errorsByField(problem?.refusals ?? []);
  const isAtFields = problem?.refusals.every(({ field }) => field !== undefined) ?? false;
  const set = (change: Partial<Draft>) => update((now) => ({ ...now, ...change }));
  const onVisits = useCallback(
    (change: (visits: readonly Visit[]) => readonly Visit[]) => update((now) => ({ ...now, visits: change(now.visits) })),
    [update],
  );
  const onWaiting = useCallback((key: string, isWaiting: boolean) => {
    setWaiting((now) => new Set(isWaiting ? [...now, key] : [...now].filter((one) => one !== key)));
  }, []);
  return (
    <div className="mx-auto grid max-w-2xl gap-4">
      <header>
        <h1 className="font-serif text-2xl font-bold">{say(words.title)}</h1>
        <p className="text-soft">
          {kase.number} · {kase.summary}
        </p>
        <p className="mt-2 text-sm text-soft">{say(words.kept)}</p>
      </header>
      {problem &&
        (isAtFields ? <Notice tone="bad">{say(words.fieldsWrong(problem.refusals.length))}</Notice> : <ProblemView problem={problem} />)}
      <WhenAndWho draft={draft} errors={errors} set={set} />
      <Visits id={kase.id} known={providersOf(kase)} visits={draft.visits} errors={errors} onVisits={onVisits} onWaiting={onWaiting} />
      <Findings draft={draft} errors={errors} set={set} />
      {waiting.size > 0 && <Notice tone="warn">{say(words.photosFirst)}</Notice>}
      <Button kind="primary" className="min-h-14 text-lg" isBusy={isBusy} disabled={waiting.size > 0} onClick={() => void file(draft)}>
        {say(words.submit)}
      </Button>
    </div>
  );
}

function WhenAndWho({ draft, errors, set }: PartProps) {
  const say = useSay();
  const rename = (at: number, name: string) => set({ team: draft.team.map((one, index) => (index === at ? name : one)) });
  return (
    <>
      <Question title={say(words.team)} help={say(words.teamHelp)} error={errors.team}>
        {draft.team.map((name, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- members have no other identity than their place
          <BigText
            key={index}
            label={say(words.member(index + 1))}
            value={name}
            error={errors[`team.${index}`]}
            onValue={(text) => rename(index, text)}
          />
        ))}
        {draft.team.length < 10 && (
          <Button kind="bare" onClick={() => set({ team: [...draft.team, ''] })}>
            {say(words.addMember)}
          </Button>
        )}
        <BigText label={say(words.date)} type="date" value={draft.date} error={errors.date} onValue={(date) => set({ date })} />
      </Question>
      <Question title={say(words.boundary)} error={errors.isBoundarySeen}>
        <BigYesNo
          name="boundary"
          label={say(words.boundary)}
          value={draft.isBoundarySeen}
          onValue={(isBoundarySeen) => set({ isBoundarySeen })}
        />
      </Question>
    </>
  );
}

function Findings({ draft, errors, set }: PartProps) {
  const say = useSay();
  const results = [
    { value: 'agrees', label: say(words.agrees) },
    { value: 'partly', label: say(words.partly) },
    { value: 'not', label: say(words.not) },
  ];
  const ask = (by: number) => set({ enterprisesAsked: Math.max(0, draft.enterprisesAsked + by) });
  return (
    <>
      <Question title={say(words.enterprises)} error={errors.enterprisesAsked}>
        <div className="flex items-center gap-4">
          <Button className="size-14 text-2xl" aria-label={say(words.less)} onClick={() => ask(-1)}>
            −
          </Button>
          <output aria-live="polite" className="min-w-12 text-center text-2xl font-bold">
            {draft.enterprisesAsked}
          </output>
          <Button className="size-14 text-2xl" aria-label={say(words.more)} onClick={() => ask(1)}>
            +
          </Button>
        </div>
        <BigText
          label={say(words.documents)}
          isLong
          value={draft.documentsSeen}
          error={errors.documentsSeen}
          onValue={(documentsSeen) => set({ documentsSeen })}
        />
      </Question>
      <Question title={say(words.deviations)} help={say(words.deviationsHelp)}>
        <BigText
          label={say(words.deviations)}
          isLong
          value={draft.deviations}
          error={errors.deviations}
          onValue={(deviations) => set({ deviations })}
        />
      </Question>
      <Question title={say(words.result)} error={errors.result}>
        <BigChoice name="result" label={say(words.result)} options={results} value={draft.result} onValue={(result) => set({ result })} />
      </Question>
      <Question title={say(words.signatures)}>
        <BigText
          label={say(words.signedByTeam)}
          value={draft.signedByTeam}
          error={errors.signedByTeam}
          onValue={(signedByTeam) => set({ signedByTeam })}
        />
        <BigText
          label={say(words.signedBySite)}
          value={draft.signedBySite}
          error={errors.signedBySite}
          onValue={(signedBySite) => set({ signedBySite })}
        />
      </Question>
    </>
  );
}
