import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId, useState } from 'react';
import type { Moved } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { processesQuery } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { schemaOf } from '../../case/process-info.ts';
import { useSigned } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import { type Schema, sendable, type Tree } from '../../ui/schema/schema.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Reading, rulingSchema, startValue } from './reading.ts';
import { words } from './words.ts';

type Props = { readonly reading: Reading; readonly onClose: () => void };

/** Drafts a ruling on one question; nothing changes before another person puts it in force. */
export function RulingDialog({ reading, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const processes = useQuery(processesQuery);
  const info = processes.data?.find(({ name }) => name === 'ruling');
  if (!info)
    return (
      <Dialog title={say(words.draft)} onClose={onClose}>
        <Skeleton lines={5} />
      </Dialog>
    );
  return <RulingForm reading={reading} onClose={onClose} schema={rulingSchema(schemaOf(info.opens.input), reading, language)} />;
}

function RulingForm({ reading, schema, onClose }: Props & { readonly schema: Schema }) {
  const say = useSay();
  const form = useId();
  const { today } = useSigned();
  const tell = useToast();
  const queries = useQueryClient();
  const { run, isBusy, problem } = useCommand<Moved>();
  const [value, setValue] = useState<Tree>({
    value: startValue(reading),
    documentNumber: '',
    decidedOn: today,
    effectiveFrom: today,
    text: '',
  });
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const input = { ...(sendable(schema, value) as Tree), key: reading.key };
    const result = await run((key) => api.open('ruling', input, key));
    if (!result.ok) return;
    tell(say(words.drafted));
    onClose();
    void queries.invalidateQueries();
  };
  return (
    <Dialog
      title={`${say(words.draft)}：${reading.id} ${reading.title}`}
      {...(isBusy ? {} : { onClose })}
      footer={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            {say(words.cancel)}
          </Button>
          <Button kind="primary" type="submit" form={form} isBusy={isBusy}>
            {say(words.draft)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
        <p lang="zh-CN">{reading.question}</p>
        <SchemaForm schema={schema} value={value} onChange={setValue} faults={problem?.refusals ?? none} />
        <Notice>{say(words.effect)}</Notice>
      </form>
    </Dialog>
  );
}

const none = [] as const;
