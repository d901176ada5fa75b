import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId, useState } from 'react';
import { both, type Words } from '#core/kernel/words.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import type { Choices } from '../../ui/schema/form-context.tsx';
import { sendable, type Schema, type Tree } from '../../ui/schema/schema.ts';
import { useToast } from '../../ui/toast.tsx';
import { words } from '../../words.ts';
import { adminWords, kindWords, roleWords } from './words.ts';

const named = ({ zh, en }: Words, rest: Schema = {}): Schema => ({ type: 'string', title: zh, titleEn: en, maxLength: 100, ...rest });

const expertSchema: Schema = {
  type: 'object',
  title: adminWords.expert.zh.replace('是', ''),
  titleEn: 'Expert',
  required: ['field', 'employerName', 'employerCode'],
  properties: {
    field: named(adminWords.field),
    employerName: named(adminWords.employerName),
    employerCode: named(adminWords.employerCode, { maxLength: 18 }),
    ties: {
      type: 'array',
      title: '已声明的利益关系',
      titleEn: 'Declared ties',
      maxItems: 50,
      items: {
        type: 'object',
        required: ['creditCode', 'name', 'kind'],
        properties: {
          name: named(both('单位', 'Organisation')),
          creditCode: named(both('信用代码', 'Credit code'), { maxLength: 18 }),
          kind: named(both('关系', 'Tie'), { maxLength: 20 }),
        },
      },
    },
  },
};

/** An account's fields; an expert brings an employer and ties, from which conflicts are computed. */
const schemaFor = (isExpert: boolean): Schema => ({
  type: 'object',
  required: ['username', 'name', 'password', 'offices'],
  properties: {
    name: named(adminWords.personName, { maxLength: 40 }),
    username: named(adminWords.username, { help: adminWords.usernameHelp, maxLength: 40 }),
    email: named(adminWords.email, { format: 'email' }),
    password: named(adminWords.password, { help: adminWords.passwordHelp }),
    offices: {
      type: 'array',
      title: adminWords.offices.zh,
      titleEn: adminWords.offices.en,
      items: {
        type: 'object',
        required: ['organisation', 'role'],
        properties: { organisation: named(adminWords.organisation), role: named(adminWords.role) },
      },
    },
    ...(isExpert ? { expert: expertSchema } : {}),
  },
});

function useChoices(): Readonly<Record<string, Choices>> {
  const say = useSay();
  const organisations = useQuery({ queryKey: ['organisations', {}], queryFn: () => dataOf(api.call('listOrganisations', { query: {} })) });
  const fitting = Object.values(kindWords).flatMap(({ roles }) => roles);
  return {
    'offices.organisation': {
      options: (organisations.data ?? []).map(({ id, name, kindTitle }) => ({ value: id, label: `${name}（${kindTitle}）` })),
    },
    'offices.role': {
      options: Object.entries(roleWords)
        .filter(([role]) => fitting.includes(role))
        .map(([value, title]) => ({ value, label: say(title) })),
    },
  };
}

const isExpertIn = (value: Tree) => Array.isArray(value.offices) && value.offices.some((office: Tree) => office.role === 'expert');

/** Registers a person with one or more offices. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const form = useId();
  const tell = useToast();
  const queries = useQueryClient();
  const choices = useChoices();
  const [value, setValue] = useState<Tree>({ offices: [{}] });
  const { run, isBusy, problem } = useCommand<{ id: string }>();
  const schema = schemaFor(isExpertIn(value));
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const expert = isExpertIn(value) ? { expert: { ties: [], ...(value.expert as Tree | undefined) } } : { expert: null };
    const body = sendable(schema, { ...value, ...expert });
    const result = await run((key) => api.call('addPerson', { body: body as never }, { key }));
    if (!result.ok) return;
    tell(say(adminWords.added));
    void queries.invalidateQueries({ queryKey: ['people'] });
    onClose();
  };
  return (
    <Dialog
      title={say(adminWords.addPerson)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button kind="primary" type="submit" form={form} isBusy={isBusy}>
            {say(adminWords.addPerson)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate>
        <SchemaForm schema={schema} value={value} onChange={setValue} faults={problem?.refusals ?? []} choices={choices} />
      </form>
    </Dialog>
  );
}
