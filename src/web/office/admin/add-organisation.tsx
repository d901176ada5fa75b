import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { processesQuery } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { districtsOf } from '../../case/process-info.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import { type Schema, type Tree } from '../../ui/schema/schema.ts';
import { useToast } from '../../ui/toast.tsx';
import { words } from '../../words.ts';
import { adminWords, kindWords } from './words.ts';

/** The fields of an organisation, for the same form that renders every process. */
function useSchema(): Schema {
  const say = useSay();
  const processes = useQuery(processesQuery);
  const districts = processes.data?.map(districtsOf).find((found) => found !== undefined);
  const text = (words_: { zh: string; en: string }, rest: Schema = {}): Schema => ({
    type: 'string',
    title: say(words_),
    titleEn: say(words_),
    maxLength: 100,
    ...rest,
  });
  return {
    type: 'object',
    required: ['kind', 'name'],
    properties: {
      kind: text(adminWords.kind, {
        enum: Object.keys(kindWords),
        labels: Object.fromEntries(Object.entries(kindWords).map(([id, { title }]) => [id, title])),
      }),
      name: text(adminWords.name),
      creditCode: text(adminWords.creditCode, { maxLength: 18 }),
      district: text(adminWords.district, { enum: districts?.enum ?? [], ...(districts?.labels ? { labels: districts.labels } : {}) }),
      address: text(adminWords.address, { maxLength: 200 }),
      agencyCode: text(adminWords.agencyCode, { maxLength: 5, help: adminWords.agencyCodeHelp }),
    },
  };
}

/** Only the fields that apply to the kind. */
function fitting(schema: Schema, kind: unknown): Schema {
  if (kind === 'agency') return schema;
  const { agencyCode: _code, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}

/** Registers an organisation. */
export function AddOrganisation({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const form = useId();
  const tell = useToast();
  const queries = useQueryClient();
  const schema = useSchema();
  const [value, setValue] = useState<Tree>({});
  const { run, isBusy, problem } = useCommand<{ id: string }>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const filled = Object.fromEntries(Object.entries(value).filter(([, one]) => one !== '' && one !== undefined));
    const result = await run((key) => api.call('addOrganisation', { body: filled as never }, { key }));
    if (!result.ok) return;
    tell(say(adminWords.added));
    void queries.invalidateQueries({ queryKey: ['organisations'] });
    onClose();
  };
  return (
    <Dialog
      key={language}
      title={say(adminWords.addOrganisation)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button kind="primary" type="submit" form={form} isBusy={isBusy}>
            {say(adminWords.addOrganisation)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate>
        <SchemaForm schema={fitting(schema, value.kind)} value={value} onChange={setValue} faults={problem?.refusals ?? []} />
      </form>
    </Dialog>
  );
}
