import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { kindOf, type Schema, titleAt } from '../ui/schema/schema.ts';
import { SchemaRows, SchemaValue } from '../ui/schema/view.tsx';
import type { Conflict } from './draft.ts';
import { words } from './words.ts';

type Props = {
  readonly schema: Schema;
  readonly conflicts: readonly Conflict[];
  readonly onResolve: (keepsMine: Readonly<Record<string, boolean>>) => void;
};

function Value({ schema, path, value }: { readonly schema: Schema; readonly path: string; readonly value: unknown }) {
  const [section = '', name = ''] = path.split('.');
  const field = schema.properties?.[section]?.properties?.[name] ?? {};
  return kindOf(name, field) === 'rows' ? (
    <SchemaRows name={name} schema={field} value={value} />
  ) : (
    <SchemaValue name={name} schema={field} value={value} />
  );
}

type SideProps = {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
};

function Side({ name, label, isChosen, onChoose, children }: SideProps) {
  return (
    <label className="block min-w-0 cursor-pointer rounded-lg border border-line p-4 has-checked:border-teal has-checked:bg-mist">
      <span className="mb-2 flex items-center gap-2 font-semibold">
        <input type="radio" name={name} checked={isChosen} onChange={onChoose} className="size-4 accent-teal" />
        {label}
      </span>
      <span className="block max-h-56 overflow-auto wrap-anywhere">{children}</span>
    </label>
  );
}

/** Fields that two places changed: both values side by side, and a choice for each. */
export function ConflictDialog({ schema, conflicts, onResolve }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [choice, setChoice] = useState<Readonly<Record<string, boolean>>>({});
  const all = (isMine: boolean) => setChoice(Object.fromEntries(conflicts.map(({ path }) => [path, isMine])));
  const isDecided = conflicts.every(({ path }) => path in choice);
  const footer = (
    <>
      <Button kind="bare" onClick={() => all(false)}>
        {say(words.allTheirs)}
      </Button>
      <Button kind="bare" onClick={() => all(true)}>
        {say(words.allMine)}
      </Button>
      <Button kind="primary" disabled={!isDecided} onClick={() => onResolve(choice)}>
        {say(words.confirmChoice)}
      </Button>
    </>
  );
  return (
    <Dialog title={say(words.conflictTitle)} width="wide" footer={footer}>
      <p className="mb-5 text-soft">{say(words.conflictLead)}</p>
      <div className="grid gap-7">
        {conflicts.map(({ path, mine, theirs }) => (
          <fieldset key={path} className="min-w-0">
            <legend className="mb-2 font-serif font-bold">{titleAt(schema, path, language)}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              <Side
                name={path}
                label={say(words.theirs)}
                isChosen={choice[path] === false}
                onChoose={() => setChoice({ ...choice, [path]: false })}
              >
                <Value schema={schema} path={path} value={theirs} />
              </Side>
              <Side
                name={path}
                label={say(words.mine)}
                isChosen={choice[path] === true}
                onChoose={() => setChoice({ ...choice, [path]: true })}
              >
                <Value schema={schema} path={path} value={mine} />
              </Side>
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
