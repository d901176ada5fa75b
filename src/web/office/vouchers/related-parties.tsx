import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId, useState } from 'react';
import { both } from '#core/kernel/words.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { useSigned } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import type { Schema, Tree } from '../../ui/schema/schema.ts';
import { Table } from '../../ui/table.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words as shellWords } from '../../words.ts';

const words = {
  title: both('关联方', 'Related parties'),
  why: both(
    '有出资、任职或共同控制关系的企业和机构。与持券机构或服务企业有关联的，不能兑用该券。',
    'Firms tied by shares, offices or control. Who is tied to the holder or to the client can not redeem the voucher.',
  ),
  none: both('没有登记关联方。有关联关系的，应当主动登记。', 'None declared. Ties have to be declared.'),
  add: both('登记关联方', 'Declare a related party'),
  added: both('已登记', 'Declared'),
  name: both('名称', 'Name'),
  code: both('统一社会信用代码', 'Credit code'),
  kind: both('关系', 'Tie'),
  kindHelp: both('如：控股、参股、同一实际控制人、负责人任职', 'Such as: holds shares, same owner, same manager'),
  of: both('登记机构', 'Declared by'),
} as const;

const named = (title: { zh: string; en: string }, maxLength: number): Schema => ({
  type: 'string',
  title: title.zh,
  titleEn: title.en,
  maxLength,
});

const schema: Schema = {
  type: 'object',
  required: ['name', 'creditCode', 'kind'],
  properties: {
    name: named(words.name, 100),
    creditCode: named(words.code, 30),
    kind: { ...named(words.kind, 40), help: words.kindHelp },
  },
};

const blank = { name: '', creditCode: '', kind: '' };

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const form = useId();
  const tell = useToast();
  const queries = useQueryClient();
  const [value, setValue] = useState<Tree>(blank);
  const { run, isBusy, problem } = useCommand<{ readonly id: string }>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run((key) => api.call('addRelatedParty', { body: value as typeof blank }, { key }));
    if (!result.ok) return;
    tell(say(words.added));
    void queries.invalidateQueries({ queryKey: ['related-parties'] });
    onClose();
  };
  return (
    <Dialog
      title={say(words.add)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(shellWords.cancel)}</Button>
          <Button kind="primary" type="submit" form={form} isBusy={isBusy}>
            {say(words.add)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate>
        <SchemaForm schema={schema} value={value} onChange={setValue} faults={problem?.refusals ?? noFaults} />
      </form>
    </Dialog>
  );
}

const noFaults = [] as const;

const partiesQuery = { queryKey: ['related-parties'], queryFn: () => dataOf(api.call('listRelatedParties')) };

/** Declared ties; they bar a redemption (I-29). Folded, because they change seldom. */
export function RelatedParties() {
  const say = useSay();
  const { office } = useSigned();
  const parties = useQuery(partiesQuery);
  const [isAdding, setIsAdding] = useState(false);
  const isAgency = office.role === 'agency';
  return (
    <details className="mt-6 rounded-xl border border-line bg-card px-5 py-3 sm:px-7">
      <summary className="min-h-8 font-semibold">
        {say(words.title)}
        {parties.data && `（${parties.data.rows.length}）`}
      </summary>
      <p className="mt-1 mb-3 max-w-prose text-sm text-soft">{say(words.why)}</p>
      <Answer query={parties} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-soft">{say(words.none)}</p>
          ) : (
            <div className="-mx-2">
              <Table
                caption={say(words.title)}
                rows={rows}
                keyOf={({ organisation, creditCode }) => `${organisation}/${creditCode}`}
                columns={[
                  { key: 'name', title: say(words.name), isHeading: true, cell: ({ name }) => name },
                  {
                    key: 'code',
                    title: say(words.code),
                    cell: ({ creditCode }) => <code className="font-mono text-sm">{creditCode}</code>,
                  },
                  { key: 'kind', title: say(words.kind), cell: ({ kind }) => kind },
                  ...(isAgency
                    ? []
                    : [
                        { key: 'of', title: say(words.of), cell: ({ organisationName }: { organisationName: string }) => organisationName },
                      ]),
                ]}
              />
            </div>
          )
        }
      </Answer>
      {isAgency && (
        <Button size="small" className="mt-3 mb-2" onClick={() => setIsAdding(true)}>
          {say(words.add)}
        </Button>
      )}
      {isAdding && <AddDialog onClose={() => setIsAdding(false)} />}
    </details>
  );
}
