import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ImportView as Import } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words } from './import-words.ts';

type Props = { readonly list: Import; readonly onChanged: () => Promise<void> };

/** What the check of one list found, and the decision on it. */
export function ImportReport({ list, onChanged }: Props) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: browsers begin to answer with a promise, which React would call as a clean-up.
    place.current?.scrollIntoView({ block: 'start' });
  }, [list.id]);
  return (
    <div ref={place} className="scroll-mt-4">
      <Card title={list.fileName} aside={<span className="text-soft">{say(words.counts(list.rowCount, list.goodCount))}</span>}>
        <div className="grid gap-5">
          <Verdict list={list} />
          {list.state === 'checked' && <Decision list={list} onChanged={onChanged} />}
          {list.faults.length > 0 && <Faults list={list} />}
          {list.sample.length > 0 && <Sample rows={list.sample} />}
        </div>
      </Card>
    </div>
  );
}

function Verdict({ list }: Pick<Props, 'list'>) {
  const say = useSay();
  const { errorCount: errors, warningCount: warnings } = list;
  if (list.state === 'confirmed')
    return (
      <Notice tone="good">
        <p>{say(words.confirmed(list.goodCount))}</p>
        <Link href={`${paths.facts}?kind=${list.kind}`} className="link inline-flex min-h-6 items-center">
          {say(words.toFacts)}
        </Link>
      </Notice>
    );
  if (list.state === 'discarded') return <Notice>{say(words.discarded)}</Notice>;
  return (
    <Notice tone={errors > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good'}>
      <p className="font-semibold">{say(words.nothingYet)}</p>
      <p className="mt-1 flex flex-wrap gap-2">
        {errors > 0 && <Badge tone="red">{say(words.errors(errors))}</Badge>}
        {warnings > 0 && <Badge tone="gold">{say(words.warnings(warnings))}</Badge>}
      </p>
      <p className="mt-1">{say(errors > 0 ? words.hasErrors : warnings > 0 ? words.warningsOnly : words.clean)}</p>
    </Notice>
  );
}

function Decision({ list, onChanged }: Props) {
  const say = useSay();
  const tell = useToast();
  const { run, isBusy, problem } = useCommand<Import>();
  const decide = async (name: 'confirmImport' | 'discardImport') => {
    const result = await run((key) => api.call(name, { params: { id: list.id } }, { version: list.version, key }));
    if (result.ok && name === 'confirmImport') tell(say(words.confirmed(result.data.goodCount)));
    await onChanged();
  };
  return (
    <div className="grid gap-3">
      {problem && <ProblemView problem={problem} />}
      <p className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          isBusy={isBusy}
          disabled={list.errorCount > 0 || list.goodCount === 0}
          onClick={() => void decide('confirmImport')}
        >
          {say(words.confirm(list.goodCount))}
        </Button>
        <Button kind="grave" disabled={isBusy} onClick={() => void decide('discardImport')}>
          {say(words.discard)}
        </Button>
      </p>
    </div>
  );
}

function Faults({ list }: Pick<Props, 'list'>) {
  const say = useSay();
  const all = list.errorCount + list.warningCount;
  return (
    <div>
      <div className="max-h-[28rem] overflow-auto rounded-lg border border-line">
        <Table
          caption={say(words.fault)}
          rows={list.faults}
          keyOf={(_fault, index) => String(index)}
          columns={[
            { key: 'row', title: say(words.row), isNumber: true, cell: ({ row }) => row },
            {
              key: 'grade',
              title: say(words.grade),
              cell: ({ isWarning }) => <Badge tone={isWarning ? 'gold' : 'red'}>{say(isWarning ? words.warning : words.error)}</Badge>,
            },
            { key: 'column', title: say(words.column), cell: ({ column }) => column, className: 'whitespace-nowrap' },
            { key: 'value', title: say(words.value), cell: ({ value }) => <span className="wrap-anywhere">{value}</span> },
            { key: 'says', title: say(words.fault), isHeading: true, cell: ({ says }) => says },
          ]}
        />
      </div>
      {all > list.faults.length && <p className="mt-2 text-sm text-soft">{say(words.firstOnly(list.faults.length, all))}</p>}
    </div>
  );
}

function Sample({ rows }: { readonly rows: Import['sample'] }) {
  const say = useSay();
  const names = Object.keys(rows[0] ?? {});
  return (
    <details>
      <summary className="text-teal">{say(words.sample)}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="mt-2 overflow-x-auto rounded-lg border border-line text-sm">
        <Table
          caption={say(words.sample)}
          rows={rows}
          keyOf={(_row, index) => String(index)}
          columns={names.map((name, index) => ({
            key: name,
            title: name,
            isHeading: index === 0,
            cell: (row: Readonly<Record<string, string>>) => row[name] ?? '',
          }))}
        />
      </div>
    </details>
  );
}
