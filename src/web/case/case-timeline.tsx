import type { CaseView } from '#contract/cases.ts';
import { useSay } from '../ui/language.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { caseWords } from './words.ts';

/** Saving and amending fill the log; they are folded unless somebody looks. */
const quiet = new Set(['fill_in', 'amend']);

/** What happened to the case, newest first. */
export function CaseTimeline({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const moments = [...view.timeline]
    .sort((a, b) => b.seq - a.seq)
    .map(({ seq, at, event, title, personName, officeTitle, organisationName, note }) => ({
      key: String(seq),
      at,
      title,
      who: [personName, officeTitle !== personName ? officeTitle : '', organisationName].filter(Boolean).join(' · '),
      isQuiet: quiet.has(event),
      ...(note ? { detail: <p className="whitespace-pre-wrap">{note}</p> } : {}),
    }));
  return (
    <section aria-label={say(caseWords.timeline)}>
      <h2 className="mb-4 font-serif text-lg font-bold">{say(caseWords.timeline)}</h2>
      <Timeline moments={moments} />
    </section>
  );
}
