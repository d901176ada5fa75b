import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { dataOf } from '../../api/query.ts';
import { useSigned } from '../../session/session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { AddOrganisation } from './add-organisation.tsx';
import { adminWords, kindWords } from './words.ts';

type Kind = NonNullable<Parameters<typeof organisationsQuery>[0]['kind']>;

const organisationsQuery = (query: {
  readonly q?: string;
  readonly kind?: 'builder' | 'county' | 'centre' | 'agency' | 'enterprise' | 'bank' | 'finance' | 'audit' | 'expert_pool';
}) => ({
  queryKey: ['organisations', query],
  queryFn: () => dataOf(api.call('listOrganisations', { query })),
});

type Row = AnswerOf<NamedEndpoints['listOrganisations']>[number];

function OrganisationTable({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay();
  if (rows.length === 0) return <Empty title={say(adminWords.none)}>{say(adminWords.noneNext)}</Empty>;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: say(adminWords.name),
      isHeading: true,
      cell: ({ name, isInvented }) => (
        <>
          <span className="font-semibold">{name}</span> {isInvented && <Badge tone="quiet">{say(adminWords.invented)}</Badge>}
        </>
      ),
    },
    { key: 'kind', title: say(adminWords.kind), cell: ({ kindTitle }) => kindTitle },
    { key: 'district', title: say(adminWords.district), cell: ({ districtName }) => districtName },
    {
      key: 'code',
      title: say(adminWords.creditCode),
      cell: ({ creditCode }) => creditCode && <code className="font-mono text-sm">{creditCode}</code>,
    },
  ];
  return (
    <div className="rounded-xl border border-line bg-card">
      <Table caption={say(adminWords.organisations)} rows={rows} keyOf={({ id }) => id} isSticky columns={columns} />
    </div>
  );
}

/** Every organisation the house knows. */
export function Organisations() {
  const say = useSay();
  const { office } = useSigned();
  const [q, setQ] = useState('');
  const [kind, setKind] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const asked = useDeferredValue(q.trim());
  const list = useQuery(organisationsQuery({ ...(asked ? { q: asked } : {}), ...(kind ? { kind: kind as Kind } : {}) }));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-2.5">
        <input
          type="search"
          aria-label={say(adminWords.search)}
          placeholder={say(adminWords.search)}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          className="control sm:w-72"
        />
        <select aria-label={say(adminWords.kind)} value={kind} onChange={(event) => setKind(event.target.value)} className="control w-auto">
          <option value="">{say(adminWords.allKinds)}</option>
          {Object.entries(kindWords).map(([id, { title }]) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </select>
        {office.role === 'administrator' && (
          <Button kind="primary" className="ml-auto" onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {say(adminWords.addOrganisation)}
          </Button>
        )}
      </div>
      <Answer query={list}>{(rows) => <OrganisationTable rows={rows} />}</Answer>
      {isAdding && <AddOrganisation onClose={() => setIsAdding(false)} />}
    </>
  );
}
