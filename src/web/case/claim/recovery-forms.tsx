import { useMemo } from 'react';
import { dayText } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import { SchemaForm } from '../../ui/schema/form.tsx';
import { type Tree, without } from '../../ui/schema/schema.ts';
import type { BodyProps } from '../event-screen.ts';
import { partsOf } from './data.ts';
import { chosenIn, stillFalse } from './falsehood.ts';
import { falseWords } from './false-words.ts';
import { type MatterGroup, MatterTicks } from './matter-ticks.tsx';

type TickedProps = BodyProps & {
  readonly field: string;
  readonly words: {
    readonly title: typeof falseWords.ticks;
    readonly help: typeof falseWords.ticks;
    readonly none: typeof falseWords.ticks;
  };
  readonly groups: readonly MatterGroup[];
};

/** A form made from its schema, but for the matters, which are ticked from those there are. */
function Ticked({ field, words, groups, schema, value, onChange, faults, isEditable }: TickedProps) {
  const rest = useMemo(() => without(schema, field), [schema, field]);
  const set = (matters: readonly unknown[]) => onChange({ ...value, [field]: matters } as Tree);
  const isOfField = (fault: (typeof faults)[number]) => fault.field?.split('.')[0] === field;
  const others = useMemo(() => faults.filter((fault) => fault.field?.split('.')[0] !== field), [faults, field]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <SchemaForm schema={rest} value={value} onChange={(next) => onChange(next)} faults={others} isEditable={isEditable} />
      <MatterTicks
        path={field}
        {...words}
        groups={groups}
        chosen={chosenIn(value[field])}
        error={faults.find(isOfField)?.says}
        isDisabled={!isEditable(field)}
        onChoose={set}
      />
    </div>
  );
}

const proposing = { title: falseWords.ticks, help: falseWords.ticksHelp, none: falseWords.none };
const correcting = { title: falseWords.restore, help: falseWords.restoreHelp, none: falseWords.nothingFalse };

/** Why it is taken back; which of the claim's own matters were false, and for how long the agency is barred, are chosen or left. */
export function RecoveryForm(props: BodyProps) {
  const language = useLanguage();
  const { entries = [] } = partsOf(props.view);
  const groups = entries.map(({ id, kind, title, validOn, matters }) => ({
    key: id,
    title: `${title} · ${dayText(validOn, language)}`,
    matters: matters.filter((matter) => matter.kind === kind),
  }));
  return <Ticked {...props} field="falseMatters" words={proposing} groups={groups} />;
}

/** What of a recovery's findings is taken back, and whether the bar is lifted. */
export function CorrectionForm(props: BodyProps) {
  const { recovery } = partsOf(props.view);
  const groups = (recovery ? stillFalse(recovery) : []).map((matter) => ({
    key: `${matter.kind}/${matter.matter}`,
    title: matter.matter,
    matters: [matter],
  }));
  return <Ticked {...props} field="restored" words={correcting} groups={groups} />;
}
