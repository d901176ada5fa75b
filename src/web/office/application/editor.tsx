import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { Checklist } from '../../ui/checklist.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Schema, titleOf } from '../../ui/schema/schema.ts';
import { CheckView } from './check-view.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { SaveAlert, SaveStamp } from './save-state.tsx';
import { SectionForm } from './section-form.tsx';
import { SectionList } from './section-list.tsx';
import { type FieldRequest, sectionsOf } from './sections.ts';
import { type EditEvent, useSaver } from './use-saver.ts';
import { words } from './words.ts';

type Props = { readonly kase: CaseView; readonly schema: Schema; readonly event: EditEvent };

/** Which part is open lives in the address, so that back, reload and links work. */
function usePart() {
  const [search, setSearch] = useSearchParams();
  const go = (part: string, field?: string) => {
    setSearch(part === '' ? {} : field ? { part, field } : { part });
    if (!field) window.scrollTo(0, 0);
  };
  return { part: search.get('part') ?? '', field: search.get('field'), go };
}

function Conditions({ kase }: { readonly kase: CaseView }) {
  const say = useSay();
  return (
    <section aria-label={say(words.conditions)} className="rounded-xl border border-line bg-card px-5 py-4">
      <h2 className="mb-1 font-serif font-bold">{say(words.conditions)}</h2>
      <p className="mb-3 text-sm text-soft">{say(words.conditionsHint)}</p>
      <Checklist items={kase.checks} />
    </section>
  );
}

const requestsOf = (kase: CaseView): readonly FieldRequest[] => (kase.data.requests ?? []) as unknown as readonly FieldRequest[];

function Heading({ kase, event }: Omit<Props, 'schema'>) {
  const say = useSay();
  const isAmending = event === 'amend';
  return (
    <header className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(isAmending ? words.amendTitle : words.title)}</h1>
      <p className="text-soft">
        {kase.number} · {typeof kase.data.callTitle === 'string' && kase.data.callTitle}
      </p>
      {isAmending && kase.deadline && <Deadline due={kase.deadline} isLong />}
    </header>
  );
}

/** The form as a task list of its sections, one open at a time. */
export function Editor({ kase, schema, event }: Props) {
  const language = useLanguage();
  const { part, field, go } = usePart();
  const { saver, state, recovered, forget } = useSaver(kase, event);
  const [hasChecked, setHasChecked] = useState(false);
  const isAmending = event === 'amend';
  const requests = isAmending ? requestsOf(kase) : [];
  const sections = sectionsOf(schema, state.form, { faults: kase.faults, requests });
  const isOverview = part === '';
  const open = sections.find(({ name }) => name === part);
  const isChecked = hasChecked || part === 'check' || field !== null;
  const openCheck = async () => {
    await saver.flush();
    setHasChecked(true);
    go('check');
  };
  const list = <SectionList sections={sections} isAmending={isAmending} chosen={part} onChoose={go} onCheck={() => void openCheck()} />;
  return (
    <>
      <Heading kase={kase} event={event} />
      <SaveStamp state={state} />
      <SaveAlert state={state} recovered={recovered.length} onRetry={() => void saver.flush()} onForget={forget} />
      <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div className={`grid gap-6 lg:sticky lg:top-16 ${isOverview ? '' : 'max-lg:hidden'}`}>
          {list}
          {open && <Conditions kase={kase} />}
        </div>
        <div className="min-w-0">
          {isOverview && <Overview kase={kase} requests={requests} schema={schema} onGo={go} />}
          {part === 'check' && <CheckView kase={kase} schema={schema} saver={saver} state={state} event={event} onGo={go} />}
          {open && (
            <SectionForm
              key={open.name}
              section={open}
              title={titleOf(open.name, open.schema, language)}
              state={state}
              saver={saver}
              told={{ faults: kase.faults, requests, isChecked, isAmending }}
              focus={field}
              nav={{ names: sections.map(({ name }) => name), go, onCheck: () => void openCheck() }}
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
  readonly kase: CaseView;
  readonly requests: readonly FieldRequest[];
  readonly schema: Schema;
  readonly onGo: (part: string, field?: string) => void;
};

function Overview({ kase, requests, schema, onGo }: OverviewProps) {
  const say = useSay();
  const language = useLanguage();
  const titleFor = (path: string) => {
    const [section = '', name = ''] = path.split('.');
    const field = schema.properties?.[section]?.properties?.[name];
    return field ? titleOf(name, field, language) : path;
  };
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-soft">{say(requests.length > 0 ? words.amendLead : words.lead)}</p>
      {requests.length > 0 && (
        <section className="rounded-xl border-l-4 border-gold bg-cream px-5 py-4">
          <h2 className="mb-2 font-serif font-bold">{say(words.requests)}</h2>
          <ol className="grid gap-2">
            {requests.map(({ path, says }) => (
              <li key={`${path}/${says}`}>
                <button type="button" className="link min-h-6 text-left font-semibold" onClick={() => onGo(path.split('.')[0] ?? '', path)}>
                  {titleFor(path)}
                </button>
                <span className="block">{says}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Conditions kase={kase} />
    </div>
  );
}
