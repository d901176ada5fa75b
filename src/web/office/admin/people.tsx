import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { ProblemView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { useSigned } from '../../session/session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words } from '../../words.ts';
import { AddPerson } from './add-person.tsx';
import { adminWords } from './words.ts';

type Named = { readonly id: string; readonly name: string };

const peopleQuery = (q: string) => ({ queryKey: ['people', q], queryFn: () => dataOf(api.call('listPeople', { query: q ? { q } : {} })) });

function DisableDialog({ person, onClose }: { readonly person: Named; readonly onClose: () => void }) {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const { run, isBusy, problem } = useCommand<undefined>();
  const disable = async () => {
    const result = await run((key) => api.call('disablePerson', { params: { id: person.id } }, { key }));
    if (!result.ok) return;
    tell(`${person.name}：${say(adminWords.disabled)}`);
    void queries.invalidateQueries({ queryKey: ['people'] });
    onClose();
  };
  return (
    <Dialog
      title={`${say(adminWords.disable)} ${person.name}`}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button kind="grave" isBusy={isBusy} onClick={() => void disable()}>
            {say(adminWords.disable)}
          </Button>
        </>
      }
    >
      {problem && <ProblemView problem={problem} />}
      <p>{say(adminWords.disableAsk(person.name))}</p>
    </Dialog>
  );
}

type Row = AnswerOf<NamedEndpoints['listPeople']>[number];
type Disable = ((person: Named) => void) | null;

function useColumns(onDisable: Disable): readonly Column<Row>[] {
  const say = useSay();
  return [
    {
      key: 'name',
      title: say(adminWords.personName),
      isHeading: true,
      cell: ({ name, username }) => (
        <>
          <span className="font-semibold">{name}</span> <span className="text-sm text-soft">{username}</span>
        </>
      ),
    },
    {
      key: 'offices',
      title: say(adminWords.offices),
      cell: ({ offices }) => (
        <ul className="inline-grid align-top">
          {offices.map(({ roleTitle, organisationName }) => (
            <li key={`${roleTitle}/${organisationName}`}>
              {roleTitle} <span className="text-sm text-soft">{organisationName}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'factor',
      title: say(adminWords.factor),
      cell: ({ hasSecondFactor }) => (
        <span className={hasSecondFactor ? 'text-teal' : 'text-soft'}>{say(hasSecondFactor ? adminWords.on : adminWords.off)}</span>
      ),
    },
    {
      key: 'disable',
      title: say(words.act),
      isNumber: true,
      cell: ({ id, name, isDisabled }) =>
        isDisabled ? (
          <Badge tone="quiet">{say(adminWords.disabled)}</Badge>
        ) : (
          onDisable && (
            <Button kind="grave" size="small" aria-label={`${say(adminWords.disable)} ${name}`} onClick={() => onDisable({ id, name })}>
              {say(adminWords.disable)}
            </Button>
          )
        ),
    },
  ];
}

function PeopleTable({ q, onDisable }: { readonly q: string; readonly onDisable: Disable }) {
  const say = useSay();
  const list = useQuery(peopleQuery(q));
  const columns = useColumns(onDisable);
  return (
    <Answer query={list}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={say(adminWords.none)}>{say(adminWords.noneNext)}</Empty>
        ) : (
          <div className="rounded-xl border border-line bg-card">
            <Table caption={say(adminWords.people)} rows={rows} keyOf={({ id }) => id} isSticky columns={columns} />
          </div>
        )
      }
    </Answer>
  );
}

/** Every account, its offices and whether its second factor is set. */
export function People() {
  const say = useSay();
  const { office } = useSigned();
  const [q, setQ] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const [disabling, setDisabling] = useState<Named | null>(null);
  const asked = useDeferredValue(q.trim());
  const isAdministrator = office.role === 'administrator';
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
        {isAdministrator && (
          <Button kind="primary" className="ml-auto" onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {say(adminWords.addPerson)}
          </Button>
        )}
      </div>
      <PeopleTable q={asked} onDisable={isAdministrator ? setDisabling : null} />
      {isAdding && <AddPerson onClose={() => setIsAdding(false)} />}
      {disabling && <DisableDialog person={disabling} onClose={() => setDisabling(null)} />}
    </>
  );
}
