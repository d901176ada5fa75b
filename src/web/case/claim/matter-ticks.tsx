import { useState } from 'react';
import type { Words } from '#core/kernel/words.ts';
import { useSay } from '../../ui/language.tsx';
import { FieldError } from '../../ui/text-field.tsx';
import { type Matter, matterKey } from './data.ts';
import { choose } from './falsehood.ts';
import { falseWords } from './false-words.ts';

/** Matters under the name of the fact they belong to. */
export type MatterGroup = { readonly key: string; readonly title: string; readonly matters: readonly Matter[] };

type Props = {
  readonly path: string;
  readonly title: Words;
  readonly help: Words;
  /** What to say where there is nothing to choose. */
  readonly none: Words;
  readonly groups: readonly MatterGroup[];
  readonly chosen: readonly Matter[];
  readonly error: string | undefined;
  readonly isDisabled: boolean;
  readonly onChoose: (matters: readonly Matter[]) => void;
};

const searchFrom = 12;
const shownAtOnce = 30;
const tick = 'size-4.5 shrink-0 accent-teal';

type GroupProps = Pick<Props, 'chosen' | 'isDisabled' | 'onChoose'> & { readonly group: MatterGroup; readonly sought: string };

/** One matter with its tick. */
function MatterTick({
  matter,
  label,
  chosen,
  isDisabled,
  onChoose,
}: Omit<GroupProps, 'group' | 'sought'> & { matter: Matter; label?: string }) {
  const isChosen = chosen.some((one) => matterKey(one) === matterKey(matter));
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2.5">
      <input
        type="checkbox"
        className={tick}
        checked={isChosen}
        disabled={isDisabled}
        onChange={(event) => onChoose(choose(chosen, [matter], event.target.checked))}
      />
      {label ? (
        <span className="wrap-anywhere">{label}</span>
      ) : (
        <code className="font-mono text-[0.8125rem] wrap-anywhere">{matter.matter}</code>
      )}
    </label>
  );
}

/** A fact of several matters: all of them at once, or one by one. */
function ManyTicks({ group, sought, ...rest }: GroupProps) {
  const say = useSay();
  const { chosen, isDisabled, onChoose } = rest;
  const keys = new Set(chosen.map(matterKey));
  const count = group.matters.filter((matter) => keys.has(matterKey(matter))).length;
  const found = group.matters.filter((matter) => keys.has(matterKey(matter)) || matter.matter.toUpperCase().includes(sought));
  const shown = found.slice(0, Math.max(shownAtOnce, count));
  return (
    <>
      <label className="flex min-h-9 cursor-pointer items-center gap-2.5">
        <input
          type="checkbox"
          className={tick}
          checked={count === group.matters.length}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < group.matters.length;
          }}
          disabled={isDisabled}
          onChange={(event) => onChoose(choose(chosen, group.matters, event.target.checked))}
        />
        <span className="wrap-anywhere">{group.title}</span>
        <span className="text-sm text-soft">{say(falseWords.wholeEntry(group.matters.length))}</span>
      </label>
      <ul className="grid gap-x-4 pl-7 sm:grid-cols-2">
        {shown.map((matter) => (
          <li key={matterKey(matter)}>
            <MatterTick matter={matter} {...rest} />
          </li>
        ))}
      </ul>
      {found.length > shown.length && <p className="pl-7 text-sm text-soft">{say(falseWords.more(found.length - shown.length))}</p>}
    </>
  );
}

/** Matters to tick, fact by fact. Nothing is ticked by itself. */
export function MatterTicks({ path, title, help, none, groups, chosen, error, isDisabled, onChoose }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toUpperCase();
  const all = groups.reduce((sum, { matters }) => sum + matters.length, 0);
  const shared = { chosen, isDisabled, onChoose };
  return (
    <fieldset data-path={path} className="min-w-0" aria-describedby={`${path}-help`}>
      <legend className="mb-1 font-semibold">{say(title)}</legend>
      <p id={`${path}-help`} className="mb-2 text-sm text-soft">
        {say(help)}
      </p>
      {all === 0 && <p className="rounded-lg border border-line px-3 py-2">{say(none)}</p>}
      {all > searchFrom && (
        <input
          type="search"
          aria-label={say(falseWords.find)}
          placeholder={say(falseWords.find)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="control mb-2 max-w-72"
        />
      )}
      {all > 0 && (
        <div className="max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line px-3 py-1">
          {groups.map((group) => {
            const [only] = group.matters;
            return (
              <div key={group.key} className="py-1">
                {group.matters.length === 1 && only ? (
                  <MatterTick matter={only} label={group.title} {...shared} />
                ) : (
                  <ManyTicks group={group} sought={sought} {...shared} />
                )}
              </div>
            );
          })}
        </div>
      )}
      <p aria-live="polite" className="mt-1 text-sm text-soft">
        {say(falseWords.chosen(chosen.length))}
      </p>
      <FieldError id={path} says={error} />
    </fieldset>
  );
}
