import { useId, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { useSay } from '../../ui/language.tsx';
import { FieldError } from '../../ui/text-field.tsx';
import { type Entry, type Matter, matterKey } from './data.ts';
import { exclude, remarkOn, type Sheet } from './sheet.ts';
import { sheetWords, words } from './words.ts';

type Props = {
  readonly entry: Entry;
  readonly sheet: Sheet;
  readonly disputed: ReadonlySet<string>;
  readonly isDisabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onSheet: (sheet: Sheet) => void;
};

const shownAtOnce = 30;
const searchFrom = 12;

/** One matter: in or out, and why it is out. */
function MatterRow({ matter, sheet, disputed, isDisabled, errors, onSheet }: Omit<Props, 'entry'> & { readonly matter: Matter }) {
  const say = useSay();
  const id = useId();
  const at = sheet.excluded.findIndex((one) => matterKey(one) === matterKey(matter));
  const out = sheet.excluded[at];
  const path = `excluded.${at}.remark`;
  return (
    <li className="border-t border-line py-1.5 first:border-0">
      <label className="flex min-h-9 cursor-pointer flex-wrap items-center gap-2.5">
        <input
          type="checkbox"
          checked={out !== undefined}
          disabled={isDisabled}
          onChange={(event) => onSheet(exclude(sheet, matter, event.target.checked))}
          className="size-4.5 accent-teal"
        />
        <code className={`font-mono text-[0.8125rem] wrap-anywhere ${out ? 'line-through' : ''}`}>{matter.matter}</code>
        {disputed.has(matterKey(matter)) && <Badge tone="gold">{say(words.disputed)}</Badge>}
      </label>
      {out && (
        <div className="mb-1 pl-7">
          <label htmlFor={id} className="text-sm text-soft">
            {say(sheetWords.why)}
          </label>
          <input
            id={id}
            data-path={path}
            value={out.remark}
            disabled={isDisabled}
            maxLength={500}
            aria-invalid={errors[path] ? true : undefined}
            onChange={(event) => onSheet(remarkOn(sheet, matter, event.target.value))}
            className="control"
          />
          <FieldError id={id} says={errors[path]} />
        </div>
      )}
    </li>
  );
}

/** Single matters of a fact that do not count: one patent of a list, one contract of several. What is in dispute is shown at once. */
export function Exclusions(props: Props) {
  const { entry, sheet, disputed } = props;
  const say = useSay();
  const [sought, setSought] = useState('');
  const out = new Set(sheet.excluded.map(matterKey));
  const isOut = (matter: Matter) => out.has(matterKey(matter));
  const isDisputed = (matter: Matter) => disputed.has(matterKey(matter));
  const count = entry.matters.filter(isOut).length;
  if (entry.matters.length === 0 || (entry.matters.length === 1 && !entry.matters.some(isDisputed) && count === 0)) return null;
  const weight = (matter: Matter) => (isOut(matter) ? 2 : 0) + (isDisputed(matter) ? 1 : 0);
  const found = entry.matters
    .filter((matter) => isOut(matter) || matterKey(matter).toUpperCase().includes(sought.trim().toUpperCase()))
    .toSorted((a, b) => weight(b) - weight(a));
  const shown = found.slice(0, Math.max(shownAtOnce, count));
  return (
    <details className="mt-3 rounded-lg border border-line px-3 py-1.5" open={entry.matters.some(isDisputed) || count > 0 || undefined}>
      <summary className="min-h-8 text-sm text-teal">{say(sheetWords.someOut(count))}</summary>
      {entry.matters.length > searchFrom && (
        <input
          type="search"
          aria-label={say(sheetWords.find)}
          placeholder={say(sheetWords.find)}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="control my-2 max-w-72"
        />
      )}
      <ul>
        {shown.map((matter) => (
          <MatterRow key={matterKey(matter)} {...props} matter={matter} />
        ))}
      </ul>
      {shown.length === 0 && <p className="py-2 text-sm text-soft">{say(sheetWords.noMatter)}</p>}
      {found.length > shown.length && <p className="py-1 text-sm text-soft">{say(sheetWords.more(found.length - shown.length))}</p>}
    </details>
  );
}
