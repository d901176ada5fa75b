import { recordSources } from '../../case/recognition/annex.tsx';
import { partsOf } from '../../case/recognition/data.ts';
import type { BodyProps } from '../../form-editor/form-kind.ts';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { SchemaFields } from '../../ui/schema/field.tsx';
import { FormProvider, useForm } from '../../ui/schema/form-context.tsx';
import { Refresh } from './refresh.tsx';
import { words } from './words.ts';

type MarkProps = { readonly name: string; readonly value: unknown; readonly recorded: number };

/** Under a field: that its number is the one on record, or what the record has instead and a way to take it. */
function RecordMark({ name, value, recorded }: MarkProps) {
  const say = useSay();
  const { set, leave } = useForm();
  const path = `annex.${name}`;
  const source = recordSources[name];
  const from = source ? say(source) : '';
  if (value === recorded) return <p className="mt-1 text-sm text-soft">{say(words.fromRecord(from))}</p>;
  const take = () => {
    set(path, recorded);
    leave(path);
  };
  return (
    <p className="mt-1 text-sm text-gold">
      {say(words.otherThanRecord(numberText(recorded), from))}{' '}
      <button type="button" className="link inline-flex min-h-6 items-center" onClick={take}>
        {say(words.takeRecord)}
      </button>
    </p>
  );
}

/** The annex: what the system has on record stands in it already, each number with where it comes from. */
export function AnnexBody({ part, form, kase, flush }: BodyProps) {
  const say = useSay();
  const setting = useForm();
  const annex = form.annex ?? {};
  const notes = Object.fromEntries(
    Object.entries(partsOf(kase).recorded ?? {}).map(([name, recorded]) => [
      `annex.${name}`,
      <RecordMark key={name} name={name} value={annex[name]} recorded={recorded} />,
    ]),
  );
  return (
    <FormProvider value={{ ...setting, notes }}>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        <p className="max-w-prose text-soft">{say(words.annexLead)}</p>
        <Refresh kase={kase} flush={flush} />
      </div>
      <SchemaFields path="annex" schema={part.schema} value={annex} />
    </FormProvider>
  );
}
