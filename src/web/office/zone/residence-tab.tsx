import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { casesQuery } from '../../api/query.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { agenciesQuery, enterprisesQuery } from './queries.ts';
import { type Doing, type Entry, type Member, ResidenceDialog, type Stay } from './residence-dialog.tsx';
import { residenceWords as words } from './residence-words.ts';

type Props = { readonly zone: string; readonly name: string };

const recorders = new Set(['applicant', 'centre_officer']);

/** Who sits in the zone and since when, what waits to be confirmed, and where both are recorded. */
export function ResidenceTab({ zone, name }: Props) {
  const say = useSay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const agencies = useQuery(agenciesQuery(zone));
  const enterprises = useQuery(enterprisesQuery(zone));
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="max-w-prose text-soft">{say(words.lead)}</p>
      <Waiting name={name} />
      <Stays member="agency" query={agencies} onDo={setDoing} />
      <Stays member="enterprise" query={enterprises} onDo={setDoing} />
      {doing && <ResidenceDialog zone={zone} doing={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

const titles = { agency: words.agencies, enterprise: words.enterprises } as const;
const empty = { agency: [words.none, words.noneNext], enterprise: [words.noEnterprise, words.noEnterpriseNext] } as const;

type StaysProps = {
  readonly member: Member;
  readonly query: UseQueryResult<readonly Stay[]>;
  readonly onDo: (doing: Doing) => void;
};

/** The stays of the agencies or of the enterprises. */
function Stays({ member, query, onDo }: StaysProps) {
  const say = useSay();
  const { office } = useSigned();
  const canRecord = recorders.has(office.role);
  const columns = useColumns(member, canRecord ? onDo : null);
  const [none, noneNext] = empty[member];
  const add = (
    <Button size="small" onClick={() => onDo({ entry: 'move_in', member, stay: null })}>
      <Icon name="plus" size={16} />
      {say(words[`${member}_in`])}
    </Button>
  );
  return (
    <Card title={say(titles[member])} aside={canRecord ? add : undefined}>
      <Answer query={query} lines={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(none)}>{say(noneNext)}</Empty>
          ) : (
            <Table caption={say(titles[member])} columns={columns} rows={rows} keyOf={({ stay }) => stay} />
          )
        }
      </Answer>
    </Card>
  );
}

/** What was recorded and waits for the other person. */
function Waiting({ name }: { readonly name: string }) {
  const say = useSay();
  const cases = useInfiniteQuery(casesQuery('residence', { q: name, state: 'recorded', limit: 50 }));
  const rows = cases.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title={say(words.waiting(rows.length))}>
      <ul className="grid gap-1">
        {rows.map(({ id, number, summary }) => (
          <li key={id}>
            <Link href={paths.case('residence', id)} className="link inline-flex min-h-6 items-center">
              {summary}
            </Link>{' '}
            <span className="text-sm text-soft">{number}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What may be recorded about a stay. */
const entriesFor = ({ to }: Stay): readonly Entry[] => (to === null ? ['move_out', 'correct', 'strike'] : ['correct', 'strike']);

function useColumns(member: Member, onDo: ((doing: Doing) => void) | null): readonly Column<Stay>[] {
  const say = useSay();
  const language = useLanguage();
  const plain: readonly Column<Stay>[] = [
    {
      key: 'name',
      title: say(words[member]),
      isHeading: true,
      cell: ({ name, creditCode }) => (
        <>
          <span className="font-semibold">{name}</span>
          <span className="block text-sm text-soft">{creditCode}</span>
        </>
      ),
    },
    { key: 'from', title: say(words.from), cell: ({ from }) => dayText(from, language) },
    {
      key: 'to',
      title: say(words.to),
      cell: ({ to }) => (to === null ? <Badge tone="teal">{say(words.inside)}</Badge> : dayText(to, language)),
    },
    {
      key: 'basis',
      title: say(words.basis),
      cell: ({ case: kase }) =>
        kase === null ? (
          <span className="text-soft">{say(words.takenOver)}</span>
        ) : (
          <Link href={paths.case('residence', kase)} className="link inline-flex min-h-6 items-center">
            {say(words.readProof)}
          </Link>
        ),
    },
  ];
  if (onDo === null) return plain;
  const doing: Column<Stay> = {
    key: 'doing',
    title: say(words.doing),
    cell: (stay) => (
      <span className="flex flex-wrap gap-1">
        {entriesFor(stay).map((entry) => (
          <Button
            key={entry}
            size="small"
            kind="bare"
            aria-label={`${say(words[entry])} ${stay.name}`}
            onClick={() => onDo({ entry, member, stay })}
          >
            {say(words[entry])}
          </Button>
        ))}
      </span>
    ),
  };
  return [...plain, doing];
}
