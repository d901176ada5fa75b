import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Moved } from '#contract/cases.ts';
import { api } from '../api/client.ts';
import { callsQuery } from '../api/query.ts';
import { useCommand } from '../api/use-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shortDayText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { SchemaForm } from '../ui/schema/form.tsx';
import type { Choices } from '../ui/schema/form-context.tsx';
import { blankOf, sendable, type Tree } from '../ui/schema/schema.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { caseWords } from './words.ts';

type Props = { readonly info: ProcessInfo; readonly onClose: () => void };

/** The last day of a call: its end is the first moment after it. */
const lastDayOf = (closesAt: string) => new Date(Date.parse(closesAt) + 8 * 3_600_000 - 1).toISOString().slice(0, 10);

/** Opens a case. An application first needs the open calls to choose from. */
export function OpenDialog({ info, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const needsCall = schemaOf(info.opens.input).properties?.call !== undefined;
  const calls = useQuery({ ...callsQuery, enabled: needsCall });
  if (!needsCall) return <OpenForm info={info} onClose={onClose} choices={{}} start={{}} />;
  const open = calls.data?.filter(({ isOpen }) => isOpen) ?? [];
  if (!calls.data || open.length === 0)
    return (
      <Dialog title={info.opens.title} onClose={onClose} width="narrow">
        {calls.data ? <Notice tone="warn">{say(caseWords.noOpenCall)}</Notice> : <Skeleton lines={2} />}
      </Dialog>
    );
  const options = open.map(({ id, title, closesAt }) => ({
    value: id,
    label: say(caseWords.callOption(title, shortDayText(lastDayOf(closesAt), language))),
  }));
  const start = open.length === 1 ? { call: open[0]?.id } : {};
  return <OpenForm info={info} onClose={onClose} choices={{ call: { title: say(caseWords.call), options } }} start={start} />;
}

function OpenForm({
  info,
  onClose,
  choices,
  start,
}: Props & { readonly choices: Readonly<Record<string, Choices>>; readonly start: Tree }) {
  const say = useSay();
  const id = useId();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const schema = schemaOf(info.opens.input);
  const [value, setValue] = useState<Tree>(() => ({ ...(blankOf(schema) as Tree), ...start }));
  const { run, isBusy, problem } = useCommand<Moved>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run((key) => api.open(info.name, sendable(schema, value), key));
    if (!result.ok) return;
    void queries.invalidateQueries();
    go(info.form ? paths.edit(result.data.id) : paths.case(info.name, result.data.id));
  };
  return (
    <Dialog
      title={info.opens.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button kind="primary" type="submit" form={id} isBusy={isBusy}>
            {info.opens.title}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} noValidate>
        <SchemaForm schema={schema} value={value} onChange={setValue} faults={problem?.refusals ?? []} choices={choices} />
      </form>
    </Dialog>
  );
}
