import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { processesQuery } from '../../api/query.ts';
import { schemaOf } from '../../case/process-info.ts';
import { useSigned } from '../../session/session.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Schema } from '../../ui/schema/schema.ts';
import { FormDialog } from '../form-dialog.tsx';
import { residenceWords as words } from './residence-words.ts';
import { useSending } from './use-sending.ts';

export type Stay = AnswerOf<NamedEndpoints['listZoneEnterprises']>[number];

/** What may be recorded, with the fields it needs. */
const fields = {
  move_in: ['creditCode', 'from', 'evidence', 'reason'],
  move_out: ['to', 'evidence', 'reason'],
  correct: ['from', 'to', 'evidence', 'reason'],
  strike: ['reason', 'evidence'],
} as const;
export type Entry = keyof typeof fields;

/** What is to be recorded: a move in, or something about a stay that is known. */
export type Doing = { readonly entry: Entry; readonly member: Member; readonly stay: Stay | null };
export type Member = 'agency' | 'enterprise';

/** An enterprise need not be registered here, so that it is named. */
const fieldsOf = ({ entry, member }: Doing): readonly string[] =>
  entry === 'move_in' && member === 'enterprise' ? ['creditCode', 'name', 'from', 'evidence', 'reason'] : fields[entry];

/** Fields that may stay empty; the centre has seen the papers itself. */
const mayBeEmpty = ({ entry }: Doing, isUnit: boolean): readonly string[] => [
  ...(entry === 'correct' ? ['to'] : []),
  ...(entry === 'move_in' || entry === 'move_out' ? ['reason'] : []),
  ...(isUnit ? [] : ['evidence']),
];

const only = (schema: Schema, names: readonly string[], optional: readonly string[]): Schema => ({
  ...schema,
  required: names.filter((name) => !optional.includes(name)),
  properties: Object.fromEntries(names.flatMap((name) => (schema.properties?.[name] ? [[name, schema.properties[name]]] : []))),
});

type Props = { readonly zone: string; readonly doing: Doing; readonly onClose: () => void };

/** Asks for what an entry needs once the forms are known. */
export function ResidenceDialog(props: Props) {
  const { data } = useQuery(processesQuery);
  const { office } = useSigned();
  const info = data?.find(({ name }) => name === 'residence');
  if (!info) return null;
  const { doing } = props;
  const schema = only(schemaOf(info.opens.input), fieldsOf(doing), mayBeEmpty(doing, office.role === 'applicant'));
  return <EntryForm {...props} schema={schema} />;
}

function EntryForm({ zone, doing: { entry, member, stay }, schema, onClose }: Props & { readonly schema: Schema }) {
  const say = useSay();
  const start = entry === 'correct' && stay ? { from: stay.from, to: stay.to } : {};
  const { value, body, onValue, sent } = useSending({
    zone,
    place: `residence/${member}/${entry}/${stay?.stay ?? ''}`,
    schema,
    start,
    onClose,
  });
  return (
    <FormDialog
      title={say(entry === 'move_in' ? words[`${member}_in`] : words[entry])}
      send={say(words.send)}
      schema={schema}
      value={value}
      onValue={onValue}
      isGrave={entry === 'strike'}
      onSend={(key) => api.open('residence', { ...body, zone, entry, member, stay: stay?.stay ?? null }, key)}
      onSent={() => void sent(say(words.sent))}
      onClose={onClose}
    >
      {stay && <p className="font-semibold">{say(words.about(stay.name, stay.from, stay.to))}</p>}
    </FormDialog>
  );
}
