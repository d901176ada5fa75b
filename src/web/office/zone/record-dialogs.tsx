import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { schemaOf } from '../../case/process-info.ts';
import { useSigned } from '../../session/session.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Choices } from '../../ui/schema/form-context.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { agenciesQuery, type RecordForm, type ZoneRecord } from './queries.ts';
import { useSending } from './use-sending.ts';
import { words } from './words.ts';

/** Agencies inside the zone now, to choose from. */
function useAgencyChoice(zone: string, isEnabled: boolean): Choices {
  const say = useSay();
  const agencies = useQuery({ ...agenciesQuery(zone), enabled: isEnabled });
  const inside = agencies.data?.filter(({ to }) => to === null) ?? [];
  const none: ReactNode = agencies.data ? <Notice tone="warn">{say(words.noAgencies)}</Notice> : <p className="text-soft">…</p>;
  return { options: inside.map(({ id, name }) => ({ value: id, label: name })), none };
}

type AddProps = { readonly zone: string; readonly form: RecordForm; readonly onClose: () => void };

/** Puts something on record of a zone. */
export function AddRecord({ zone, form, onClose }: AddProps) {
  const say = useSay();
  const { today } = useSigned();
  const schema = schemaOf(form.input);
  const start = { on: today, ...(schema.properties?.year ? { year: Number(today.slice(0, 4)) } : {}) };
  const { value, body, onValue, sent } = useSending({ zone, place: `record/${form.kind}`, schema, start, onClose });
  const agency = useAgencyChoice(zone, schema.properties?.agency !== undefined);
  return (
    <FormDialog
      title={say(words.addOf(form.title))}
      send={say(words.add)}
      schema={schema}
      value={value}
      onValue={onValue}
      choices={{ agency }}
      onSend={(key) => api.call('addZoneRecord', { params: { id: zone }, body: { ...body, kind: form.kind } as never }, { key })}
      onSent={() => void sent(say(words.added(form.title)))}
      onClose={onClose}
    />
  );
}

type WithdrawProps = { readonly zone: string; readonly record: ZoneRecord; readonly input: unknown; readonly onClose: () => void };

/** Takes a record back; it stays readable with the reason. */
export function WithdrawRecord({ zone, record, input, onClose }: WithdrawProps) {
  const say = useSay();
  const schema = schemaOf(input);
  const { value, body, onValue, sent } = useSending({ zone, place: `withdraw/${record.id}`, schema, onClose });
  return (
    <FormDialog
      title={say(words.withdrawOf(record.kindTitle))}
      send={say(words.withdraw)}
      schema={schema}
      value={value}
      onValue={onValue}
      isGrave
      onSend={(key) => api.call('withdrawZoneRecord', { params: { id: record.id }, body: body as never }, { key })}
      onSent={() => void sent(say(words.withdrawDone))}
      onClose={onClose}
    >
      <p>{say(words.withdrawLead)}</p>
    </FormDialog>
  );
}
