import { type KeyboardEvent, useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FaultList, focusField } from '../../ui/schema/form.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { FieldError } from '../../ui/text-field.tsx';
import type { BodyProps } from '../event-screen.ts';
import { disputedOf, type Entry, partsOf, type Verdict } from './data.ts';
import { EntryHead } from './entries.tsx';
import { Exclusions } from './exclusions.tsx';
import { firstOpen, judge, judgedOf, lacksRemark, metRest, type Sheet, sheetOf, verdicts } from './sheet.ts';
import { sheetWords, verdictWords } from './words.ts';

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select');

/** 1, 2 and 3 are the verdicts, wherever the focus is in the fact, but where somebody types. */
function verdictOfKey(event: KeyboardEvent): Verdict | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined;
  return /^[123]$/.test(event.key) ? verdicts[Number(event.key) - 1] : undefined;
}

type RowProps = {
  readonly entry: Entry;
  readonly sheet: Sheet;
  readonly disputed: ReadonlySet<string>;
  readonly isPressed: boolean;
  readonly isDisabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onSheet: (sheet: Sheet) => void;
};

function Verdicts({
  entry,
  sheet,
  isDisabled,
  onPick,
}: Pick<RowProps, 'entry' | 'sheet' | 'isDisabled'> & { readonly onPick: (verdict: Verdict) => void }) {
  const say = useSay();
  const name = useId();
  const judged = judgedOf(sheet, entry.id);
  return (
    <div role="radiogroup" aria-label={entry.title} className="flex flex-wrap gap-2">
      {verdicts.map((verdict) => (
        <label
          key={verdict}
          className="flex min-h-10 cursor-pointer items-center gap-2 rounded-md border border-edge bg-card px-3 has-checked:border-teal has-checked:bg-mist has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-teal"
        >
          <input
            type="radio"
            name={name}
            checked={judged?.verdict === verdict}
            disabled={isDisabled}
            onChange={() => onPick(verdict)}
            className="size-4 accent-teal outline-none"
          />
          {say(verdictWords[verdict])}
        </label>
      ))}
    </div>
  );
}

function Remark({ entry, sheet, isPressed, isDisabled, onSheet }: RowProps) {
  const say = useSay();
  const id = useId();
  const judged = judgedOf(sheet, entry.id);
  if (!judged || judged.verdict === 'met') return null;
  return (
    <div className="mt-3">
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {say(sheetWords.remark)}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={judged.remark}
        disabled={isDisabled}
        aria-invalid={(isPressed && lacksRemark(judged)) || undefined}
        onChange={(event) => onSheet(judge(sheet, entry, { remark: event.target.value }))}
        className="control field-sizing-content"
      />
      <FieldError id={id} says={isPressed && lacksRemark(judged) ? say(sheetWords.remarkNeeded) : undefined} />
      {judged.verdict === 'not' && <p className="mt-1 text-sm text-soft">{say(sheetWords.wholeOut)}</p>}
    </div>
  );
}

function Row(props: RowProps) {
  const { entry, sheet, disputed, isPressed, isDisabled, errors, onSheet } = props;
  const say = useSay();
  const place = useRef<HTMLLIElement>(null);
  const judged = judgedOf(sheet, entry.id);
  const press = (event: KeyboardEvent) => {
    const verdict = verdictOfKey(event);
    if (!verdict || isDisabled) return;
    event.preventDefault();
    onSheet(judge(sheet, entry, { verdict }));
    if (verdict === 'met') place.current?.nextElementSibling?.querySelector<HTMLElement>('input[type=radio]')?.focus();
    else requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('textarea')?.focus());
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside, gathered here
    <li ref={place} data-entry={entry.id} onKeyDown={press} className="scroll-mt-16 border-t border-line py-4 first:border-0">
      <EntryHead entry={entry} disputed={disputed} />
      <div className="mt-3">
        <Verdicts entry={entry} sheet={sheet} isDisabled={isDisabled} onPick={(verdict) => onSheet(judge(sheet, entry, { verdict }))} />
        <FieldError id={`judged-${entry.id}`} says={isPressed && !judged ? say(sheetWords.notJudged) : undefined} />
      </div>
      <Remark {...props} />
      {judged?.verdict !== 'not' && (
        <Exclusions entry={entry} sheet={sheet} disputed={disputed} isDisabled={isDisabled} errors={errors} onSheet={onSheet} />
      )}
    </li>
  );
}

function Overall({ sheet, isDisabled, onSheet }: Pick<RowProps, 'sheet' | 'isDisabled' | 'onSheet'>) {
  const say = useSay();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {say(sheetWords.overall)}
      </label>
      <textarea
        id={id}
        data-path="remark"
        rows={3}
        maxLength={2000}
        value={sheet.remark}
        disabled={isDisabled}
        onChange={(event) => onSheet({ ...sheet, remark: event.target.value })}
        className="control field-sizing-content"
      />
    </div>
  );
}

/** Every fact with its papers and a verdict; by keyboard in one pass. */
export function CheckForm({ view, schema, value, onChange, faults, isEditable }: BodyProps) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const { entries = [] } = partsOf(view);
  const sheet = sheetOf(value);
  const onSheet = (next: Sheet) => onChange(next as unknown as Tree);
  const isDisabled = !isEditable('entries');
  const isPressed = faults.some(({ field }) => field?.startsWith('entries'));
  const errors = Object.fromEntries(faults.flatMap(({ field, says }) => (field ? [[field, says]] : [])));
  const go = (path: string) => {
    const open = path.startsWith('entries') ? firstOpen(sheet, entries) : undefined;
    const row = open && place.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(open.id)}"]`);
    if (!row) return focusField(place.current, path);
    row.scrollIntoView({ block: 'center' });
    row.querySelector<HTMLElement>('textarea, input[type=radio]')?.focus({ preventScroll: true });
  };
  return (
    <div ref={place} className="grid grid-cols-1 gap-4">
      {faults.length > 0 && <FaultList schema={schema} faults={faults} onGo={go} />}
      <div className="sticky -top-5 z-[1] -mx-2 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-card px-2 py-2">
        <p aria-live="polite" className="font-semibold">
          {say(sheetWords.progress(sheet.entries.length, entries.length))}
        </p>
        <p className="text-sm text-soft pointer-coarse:hidden">{say(sheetWords.keys)}</p>
        <Button
          size="small"
          className="ml-auto"
          disabled={isDisabled || sheet.entries.length >= entries.length}
          onClick={() => onSheet(metRest(sheet, entries))}
        >
          {say(sheet.entries.length === 0 ? sheetWords.allMet : sheetWords.restMet)}
        </Button>
      </div>
      {entries.length === 0 && <Notice>{say(sheetWords.noMatter)}</Notice>}
      <ul>
        {entries.map((entry) => (
          <Row key={entry.id} {...{ entry, sheet, isPressed, isDisabled, errors, onSheet }} disputed={disputedOf(view)} />
        ))}
      </ul>
      <Overall sheet={sheet} isDisabled={isDisabled} onSheet={onSheet} />
    </div>
  );
}
