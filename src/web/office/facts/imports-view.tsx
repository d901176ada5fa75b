import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ImportView as Import } from '#contract/facts.ts';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { dataOf } from '../../api/query.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { Table } from '../../ui/table.tsx';
import type { KindInfo } from './fact.ts';
import { ImportReport } from './import-report.tsx';
import { ImportUpload } from './import-upload.tsx';
import { words } from './import-words.ts';
import { kindsQuery, useFactsChanged, useKinds } from './query.ts';
import { useAddress } from '../use-address.ts';

const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: () => dataOf(api.call('listImports')) });

/** What is imported most. */
const usualKind = 'invention_grant';

const states: Readonly<Record<Import['state'], readonly [Tone, typeof words.checked]>> = {
  checked: ['gold', words.checked],
  confirmed: ['teal', words.confirmedState],
  discarded: ['quiet', words.discarded],
};

/** The columns of a kind's list, and its template. */
function Columns({ kind }: { readonly kind: KindInfo }) {
  const say = useSay();
  return (
    <div>
      <p className="mb-1.5 text-sm text-soft">{say(words.columns)}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {kind.columns.map(({ title, isRequired }) => (
          <li key={title}>
            {title}
            {isRequired && <span className="text-sm text-gold"> {say(words.required)}</span>}
          </li>
        ))}
      </ul>
      <a href={api.href('readFactTemplate', { params: { kind: kind.name } })} download className={`${buttonClass('plain', 'small')} mt-3`}>
        <Icon name="download" size={16} />
        {say(words.template)}
      </a>
    </div>
  );
}

type UploadProps = { readonly kinds: readonly KindInfo[]; readonly onChecked: (id: string) => Promise<void> };

function UploadCard({ kinds, onChecked }: UploadProps) {
  const say = useSay();
  const { search, change } = useAddress();
  const listed = kinds.filter(({ columns }) => columns.length > 0);
  const kind = listed.find(({ name }) => name === search.get('kind')) ?? listed.find(({ name }) => name === usualKind);
  return (
    <Card title={say(words.title)}>
      <p className="mb-4 max-w-prose text-soft">{say(words.lead)}</p>
      <div className="grid grid-cols-1 gap-5">
        <div className="max-w-sm">
          <SelectField
            label={say(words.kind)}
            value={kind?.name ?? ''}
            options={listed.map(({ name, title }) => ({ value: name, label: title }))}
            onValue={(name) => change({ kind: name })}
          />
        </div>
        {kind && <Columns kind={kind} />}
        {kind && <ImportUpload key={kind.name} kind={kind.name} onChecked={onChecked} />}
      </div>
    </Card>
  );
}

/** Lists of facts: upload, the row-by-row report, the history. The open list lives in the address, so a reload keeps it. */
export function ImportsView() {
  const say = useSay();
  const renew = useFactsChanged();
  const { search, change } = useAddress();
  const imports = useQuery(importsQuery);
  const kinds = useQuery(kindsQuery);
  const open = (id: string) => change({ list: id });
  const chosen = imports.data?.find(({ id }) => id === search.get('list'));
  return (
    <div className="grid grid-cols-1 gap-6">
      <Answer query={kinds} lines={4}>
        {(all) => (
          <UploadCard
            kinds={all}
            onChecked={async (id) => {
              await renew();
              open(id);
            }}
          />
        )}
      </Answer>
      {chosen && <ImportReport list={chosen} onChanged={renew} />}
      <Card title={say(words.history)}>
        <Answer query={imports} lines={4}>
          {(rows) => (rows.length === 0 ? <p className="text-soft">{say(words.noHistory)}</p> : <History rows={rows} onOpen={open} />)}
        </Answer>
      </Card>
    </div>
  );
}

function History({ rows, onOpen }: { readonly rows: readonly Import[]; readonly onOpen: (id: string) => void }) {
  const say = useSay();
  const language = useLanguage();
  const { find } = useKinds();
  return (
    <Table
      caption={say(words.history)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'file', title: say(words.file), isHeading: true, cell: ({ fileName }) => <span className="wrap-anywhere">{fileName}</span> },
        { key: 'kind', title: say(words.kind), cell: ({ kind }) => find(kind)?.title ?? kind },
        { key: 'rows', title: say(words.rows), cell: ({ rowCount, goodCount }) => say(words.counts(rowCount, goodCount)) },
        { key: 'at', title: say(words.at), cell: ({ createdAt }) => momentText(createdAt, language) },
        { key: 'state', title: say(words.state), cell: ({ state }) => <Badge tone={states[state][0]}>{say(states[state][1])}</Badge> },
        {
          key: 'open',
          title: say(words.act),
          cell: ({ id, fileName }) => (
            <Button size="small" kind="bare" aria-label={`${say(words.look)} ${fileName}`} onClick={() => onOpen(id)}>
              {say(words.look)}
            </Button>
          ),
        },
      ]}
    />
  );
}
