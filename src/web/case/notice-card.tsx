import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { api } from '../api/client.ts';
import { dataOf } from '../api/query.ts';
import { useSigned } from '../session/session.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { dayText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';

const words = {
  title: both('公示与异议', 'Public notice and objections'),
  days: (first: string, last: string) => both(`${first}至${last}`, `${first} to ${last}`),
  running: both('公示中', 'Running'),
  over: both('已结束', 'Over'),
  none: both('没有异议', 'No objection'),
};

/** Who reads objections; counties and building units never learn who objected. */
const readers = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** Objections to the notices of a case, each with where it stands. */
function Objections({ id }: { readonly id: string }) {
  const say = useSay();
  const found = useQuery({
    queryKey: ['cases', 'objection', { parent: id }, 'of-case'],
    queryFn: () => dataOf(api.list('objection', { parent: id })),
  });
  if (!found.data) return null;
  if (found.data.rows.length === 0) return <p className="mt-3 text-sm text-soft">{say(words.none)}</p>;
  return (
    <ul className="mt-3 grid gap-2 border-t border-line pt-3">
      {found.data.rows.map(({ id: objection, number, stateTitle, isFinal }) => (
        <li key={objection} className="flex flex-wrap items-center gap-3">
          <Link href={paths.case('objection', objection)} className="link inline-block min-h-6">
            {number}
          </Link>
          <Badge tone={isFinal ? 'quiet' : 'gold'}>{stateTitle}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** The public notices of a case and, for the centre, the objections to them. */
export function NoticeCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  if (view.notices.length === 0) return null;
  return (
    <Card id="notice" title={say(words.title)}>
      <ul className="grid gap-3">
        {view.notices.map(({ id, title, firstDay, lastDay, isOver }) => (
          <li key={id}>
            <a href={paths.notice(id)} target="_blank" rel="noreferrer" className="link inline-block min-h-6">
              {title}
            </a>{' '}
            <Badge tone={isOver ? 'quiet' : 'teal'}>{say(isOver ? words.over : words.running)}</Badge>
            <span className="block text-sm text-soft">{say(words.days(dayText(firstDay, language), dayText(lastDay, language)))}</span>
          </li>
        ))}
      </ul>
      {readers.has(office.role) && <Objections id={view.id} />}
    </Card>
  );
}
