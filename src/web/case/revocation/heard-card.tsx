import { ways } from '#processes/revocation/screens.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { FileLink } from '../../ui/file-field.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import type { Parts } from './data.ts';
import { Papers } from './papers.tsx';
import { words } from './words.ts';

function Statements({ views }: { readonly views: NonNullable<Parts['views']> }) {
  const say = useSay();
  const language = useLanguage();
  return views.map(({ says, evidence, on, by }) => (
    <section key={`${on}/${says}`} className="grid gap-1">
      <h3 className="text-sm font-semibold text-soft">{say(words.statement(dayText(on, language), by))}</h3>
      <p className="whitespace-pre-wrap">{says}</p>
      <Papers papers={evidence} />
    </section>
  ));
}

function Record({ hearing }: { readonly hearing: NonNullable<Parts['hearing']> }) {
  const say = useSay();
  const language = useLanguage();
  const pairs: readonly Pair[] = [
    { key: 'on', label: say(words.heldOn), value: dayText(hearing.heldOn, language) },
    { key: 'place', label: say(words.place), value: hearing.place },
    { key: 'presider', label: say(words.presider), value: hearing.presider },
    { key: 'recorder', label: say(words.recordedBy), value: hearing.recordedBy },
    { key: 'who', label: say(words.attendees), value: hearing.attendees.join('、'), isWide: true },
    { key: 'said', label: say(words.said), value: <span className="whitespace-pre-wrap">{hearing.views}</span>, isWide: true },
    { key: 'file', label: say(words.record), value: <FileLink hash={hearing.recordFile} />, isWide: true },
  ];
  return <Pairs pairs={pairs} />;
}

/** How the right to be heard was used: statements, the hearing with its record, or silence. */
export function HeardCard({ parts }: { readonly parts: Parts }) {
  const say = useSay();
  const language = useLanguage();
  const { views = [], hearing, hearingRequest, heard, notice } = parts;
  if (!notice?.issuedOn) return null;
  return (
    <Card title={say(words.heard)} aside={<Badge tone={heard ? 'teal' : 'gold'}>{say(heard ? ways[heard] : words.notYet)}</Badge>}>
      <div className="grid gap-5">
        {views.length === 0 && !hearing && <p className="text-soft">{say(words.nothingSaid)}</p>}
        <Statements views={views} />
        {hearingRequest && (
          <section className="grid gap-1">
            <h3 className="text-sm font-semibold text-soft">{say(words.request(dayText(hearingRequest.on, language)))}</h3>
            <p className="whitespace-pre-wrap">{hearingRequest.reason}</p>
          </section>
        )}
        {hearing && <Record hearing={hearing} />}
      </div>
    </Card>
  );
}
