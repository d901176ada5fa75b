import { outcomes } from '#processes/rectification/screens.tsx';
import { Badge, ClauseMark } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { FileLink } from '../../ui/file-field.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type FindingRow, findingRows, type Parts } from './data.ts';
import { words } from './words.ts';

const tones = { done: 'teal', partly: 'gold', not: 'red' } as const;

function WorkCell({ work }: Pick<FindingRow, 'work'>) {
  const say = useSay();
  const language = useLanguage();
  if (!work || (work.measure === '' && work.doneOn === null && work.evidence.length === 0))
    return <span className="text-soft">{say(words.notReported)}</span>;
  return (
    <div className="grid gap-1">
      <p className="whitespace-pre-wrap">{work.measure}</p>
      {work.doneOn && <p className="text-sm text-soft">{say(words.doneOn(dayText(work.doneOn, language)))}</p>}
      {work.evidence.length > 0 && (
        <ul className="grid gap-0.5 text-sm">
          {work.evidence.map(({ title, attachment }) => (
            <li key={`${title}/${attachment}`}>
              {title}：<FileLink hash={attachment} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RecheckCell({ judged }: Pick<FindingRow, 'judged'>) {
  const say = useSay();
  if (!judged) return <span className="text-soft">{say(words.notRechecked)}</span>;
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={tones[judged.outcome]}>{say(outcomes[judged.outcome])}</Badge>
      {judged.says && <p className="text-sm whitespace-pre-wrap">{judged.says}</p>}
    </div>
  );
}

function useColumns(): readonly Column<FindingRow>[] {
  const say = useSay();
  return [
    {
      key: 'finding',
      title: say(words.finding),
      isHeading: true,
      cell: ({ no, clause, subject, found }) => (
        <>
          <span className="font-semibold">
            {no}. {subject}
          </span>{' '}
          <ClauseMark clause={clause} />
          <span className="block whitespace-pre-wrap">{found}</span>
        </>
      ),
    },
    { key: 'measure', title: say(words.required), cell: ({ measure }) => <span className="whitespace-pre-wrap">{measure}</span> },
    { key: 'work', title: say(words.done), cell: ({ work }) => <WorkCell work={work} /> },
    { key: 'recheck', title: say(words.recheck), cell: ({ judged }) => <RecheckCell judged={judged} /> },
  ];
}

/** Every finding with what was asked, what was done and how it was found. */
export function FindingsCard({ parts }: { readonly parts: Parts }) {
  const say = useSay();
  const language = useLanguage();
  const columns = useColumns();
  const rows = findingRows(parts);
  if (rows.length === 0) return null;
  const filed = parts.filedOn ? words.filedOn(dayText(parts.filedOn, language)) : words.notFiled;
  const saved = !parts.filedOn && parts.savedAt ? ` · ${say(words.savedAt(momentText(parts.savedAt, language)))}` : '';
  const aside = parts.notice && (
    <span className="text-sm text-soft">
      {say(filed)}
      {saved}
    </span>
  );
  return (
    <Card title={say(words.findings)} aside={aside}>
      <div className="rounded-lg border border-line text-[0.9375rem]">
        <Table caption={say(words.findings)} columns={columns} rows={rows} keyOf={({ no }) => no} />
      </div>
    </Card>
  );
}
