import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Problem } from '#contract/problems.ts';
import type { ImportView as Import } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { ErrorView, ProblemView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Table } from '../../ui/table.tsx';
import { ImportReport } from './import-report.tsx';
import { words } from './words.ts';

const importsQuery = { queryKey: ['imports'], queryFn: () => dataOf(api.call('listImports')) };

const states: Readonly<Record<Import['state'], readonly [Tone, typeof words.checked]>> = {
  checked: ['gold', words.checked],
  confirmed: ['teal', words.confirmedState],
  discarded: ['quiet', words.discarded],
};

/** Lists of grants: upload, the row-by-row report, the history. The open list lives in the address, so a reload keeps it. */
export function ImportsView() {
  const say = useSay();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const imports = useQuery(importsQuery);
  const open = (id: string | null) =>
    setSearch((now) => {
      if (id) now.set('list', id);
      else now.delete('list');
      return now;
    });
  const renew = async () => {
    await Promise.all(['imports', 'determination'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  const chosen = imports.data?.find(({ id }) => id === search.get('list'));
  return (
    <div className="grid gap-6">
      <Card title={say(words.importTitle)}>
        <p className="mb-4 max-w-prose text-soft">{say(words.importLead)}</p>
        <Upload
          onChecked={async (id) => {
            await renew();
            open(id);
          }}
        />
      </Card>
      {chosen && <ImportReport list={chosen} onChanged={renew} />}
      <Card title={say(words.history)}>
        {imports.error && <ErrorView error={imports.error} onRetry={() => void imports.refetch()} />}
        {imports.data?.length === 0 && <p className="text-soft">{say(words.noHistory)}</p>}
        {imports.data && imports.data.length > 0 && <History rows={imports.data} onOpen={open} />}
      </Card>
    </div>
  );
}

function Upload({ onChecked }: { readonly onChecked: (id: string) => Promise<void> }) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    setProblem(null);
    setShare(0);
    const answer = await api.upload('checkImport', file, setShare);
    setShare(null);
    if (answer.ok) return onChecked(answer.data.id);
    setProblem(answer.problem);
  };
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    void send(event.target.files?.[0]);
    event.target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      onDragOver={hover}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`grid gap-3 rounded-lg border border-dashed px-4 py-6 ${isOver ? 'border-teal bg-mist' : 'border-edge'}`}
    >
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.csv"
        aria-label={say(words.chooseFile)}
        tabIndex={-1}
        onChange={take}
        className="sr-only"
      />
      {share === null ? (
        <Button kind="primary" className="w-fit" onClick={() => picker.current?.click()}>
          <Icon name="upload" size={16} />
          {say(words.chooseFile)}
        </Button>
      ) : (
        <output>
          {say(words.checking)}
          <progress value={share < 1 ? share : undefined} max={1} className="mt-2 block h-1.5 w-full accent-teal" />
        </output>
      )}
      {problem && <ProblemView problem={problem} />}
    </div>
  );
}

function History({ rows, onOpen }: { readonly rows: readonly Import[]; readonly onOpen: (id: string) => void }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Table
      caption={say(words.history)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'file', title: say(words.file), isHeading: true, cell: ({ fileName }) => <span className="wrap-anywhere">{fileName}</span> },
        { key: 'rows', title: say(words.rows), cell: ({ rowCount, goodCount }) => say(words.counts(rowCount, goodCount)) },
        { key: 'at', title: say(words.at), cell: ({ createdAt }) => momentText(createdAt, language) },
        { key: 'state', title: say(words.state), cell: ({ state }) => <Badge tone={states[state][0]}>{say(states[state][1])}</Badge> },
        {
          key: 'open',
          title: say(words.act),
          cell: ({ id }) => (
            <Button size="small" kind="bare" onClick={() => onOpen(id)}>
              {say(words.look)}
            </Button>
          ),
        },
      ]}
    />
  );
}
