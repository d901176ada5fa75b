import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { Checklist } from '../ui/checklist.tsx';
import { Deadline } from '../ui/deadline.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { titleAt } from '../ui/schema/schema.ts';
import { CheckView } from './check-view.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { Editing } from './form-kind.ts';
import { SaveAlert, SaveStamp } from './save-state.tsx';
import { SectionForm } from './section-form.tsx';
import { SectionList } from './section-list.tsx';
import { type FieldRequest, partsOf } from './sections.ts';
import { useSaver } from './use-saver.ts';
import { words } from './words.ts';

/** Which part is open lives in the address, so that back, reload and links work. */
function usePart() {
  const [search, setSearch] = useSearchParams();
  const go = (part: string, field?: string) => {
    setSearch(part === '' ? {} : field ? { part, field } : { part });
    if (!field) window.scrollTo(0, 0);
  };
  return { part: search.get('part') ?? '', field: search.get('field'), go };
}

function Conditions({ kind, kase }: Pick<Editing, 'kind' | 'kase'>) {
  const say = useSay();
  if (kase.checks.length === 0) return null;
  return (
    <section aria-label={say(kind.words.conditions)} className="rounded-xl border border-line bg-card px-5 py-4">
      <h2 className="mb-1 font-serif font-bold">{say(kind.words.conditions)}</h2>
      <p className="mb-3 text-sm text-soft">{say(words.conditionsHint)}</p>
      <Checklist items={kase.checks} />
    </section>
  );
}

const requestsOf = (kase: CaseView): readonly FieldRequest[] => (kase.data.requests ?? []) as unknown as readonly FieldRequest[];

function Heading({ kind, kase, edit }: Editing) {
  const say = useSay();
  return (
    <header className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(edit.isAmending ? kind.words.amendTitle : kind.words.title)}</h1>
      <p className="text-soft">
        {kase.number} · {kind.subtitleOf(kase)}
      </p>
      {edit.isAmending && kase.deadline && <Deadline due={kase.deadline} isLong />}
    </header>
  );
}

/** Parts, requests and the ways between them, for the form as it now stands. */
function useParts({ kind, kase, schema, edit }: Editing, { saver, state }: Pick<ReturnType<typeof useSaver>, 'saver' | 'state'>) {
  const language = useLanguage();
  const { part, field, go } = usePart();
  const [hasChecked, setHasChecked] = useState(false);
  const requests = edit.isAmending ? requestsOf(kase) : [];
  const parts = partsOf(kind, { schema, form: state.form, language }, { faults: kase.faults, requests });
  const openCheck = async () => {
    await saver.flush();
    setHasChecked(true);
    go('check');
  };
  return {
    parts,
    requests,
    chosen: part,
    field,
    open: parts.find(({ name }) => name === part),
    isChecked: hasChecked || part === 'check' || field !== null,
    go: (name: string) => go(name),
    /** Opens the part a field stands in, at the field. */
    goTo: (path: string) => go(parts.find(({ holds }) => holds(path))?.name ?? '', path),
    onCheck: () => void openCheck(),
  };
}

/** The form as a task list of its parts, one open at a time. */
export function Editor(editing: Editing) {
  const { kind, kase, schema, edit } = editing;
  const { saver, state, recovered, forget } = useSaver(kase, edit.event);
  const at = useParts(editing, { saver, state });
  const { parts, requests, chosen, open, go, goTo, onCheck } = at;
  const isAmending = edit.isAmending ?? false;
  const isOverview = open === undefined && chosen !== 'check';
  return (
    <>
      <Heading {...editing} />
      <SaveStamp state={state} />
      <SaveAlert state={state} recovered={recovered.length} onRetry={() => void saver.flush()} onForget={forget} />
      <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div className={`grid gap-6 lg:sticky lg:top-16 ${isOverview ? '' : 'max-lg:hidden'}`}>
          <SectionList parts={parts} isAmending={isAmending} chosen={chosen} onChoose={go} onCheck={onCheck} />
          {open && <Conditions kind={kind} kase={kase} />}
        </div>
        <div className="min-w-0">
          {isOverview && <Overview editing={editing} requests={requests} onGo={goTo} />}
          {chosen === 'check' && <CheckView editing={editing} saver={saver} state={state} onGo={goTo} />}
          {open && (
            <SectionForm
              key={open.name}
              kase={kase}
              part={open}
              state={state}
              saver={saver}
              told={{ faults: kase.faults, requests, isChecked: at.isChecked, isAmending }}
              focus={at.field}
              nav={{ names: parts.map(({ name }) => name), go, onCheck }}
              Under={kind.Under}
            />
          )}
        </div>
      </div>
      {state.conflicts.length > 0 && (
        <ConflictDialog schema={schema} conflicts={state.conflicts} onResolve={(choice) => saver.resolve(choice)} />
      )}
    </>
  );
}

type OverviewProps = {
  readonly editing: Editing;
  readonly requests: readonly FieldRequest[];
  readonly onGo: (path: string) => void;
};

function Overview({ editing: { kind, kase, schema }, requests, onGo }: OverviewProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-soft">{say(requests.length > 0 ? words.amendLead : kind.words.lead)}</p>
      {requests.length > 0 && (
        <section className="rounded-xl border-l-4 border-gold bg-cream px-5 py-4">
          <h2 className="mb-2 font-serif font-bold">{say(words.requests)}</h2>
          <ol className="grid gap-2">
            {requests.map(({ path, says }) => (
              <li key={`${path}/${says}`}>
                <button type="button" className="link min-h-6 text-left font-semibold" onClick={() => onGo(path)}>
                  {titleAt(schema, path, language).split(' / ').at(-1)}
                </button>
                <span className="block">{says}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Conditions kind={kind} kase={kase} />
    </div>
  );
}
