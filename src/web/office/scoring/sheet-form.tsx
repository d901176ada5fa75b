import { useLayoutEffect, useRef } from 'react';
import { ClauseMark } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { clockText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { allIndicators, type Draft, type Group, halfPoint, type Indicator, sumOf, weightOf } from './sheet.ts';
import type { useDraft } from './use-draft.ts';
import { words } from './words.ts';

type Work = ReturnType<typeof useDraft>;
type Props = { readonly groups: readonly Group[]; readonly work: Work; readonly onSeal: () => void };

function SavedLine({ work }: { readonly work: Work }) {
  const say = useSay();
  const language = useLanguage();
  const { saving, savedAt } = work;
  const says =
    saving === 'failed'
      ? words.notSaved
      : saving === 'saving'
        ? words.saving
        : savedAt === null
          ? words.unsavedYet
          : words.saved(clockText(savedAt, language));
  return (
    <p
      role={saving === 'failed' ? 'alert' : 'status'}
      className={`text-sm ${saving === 'failed' ? 'font-semibold text-red' : 'text-soft'}`}
    >
      {say(says)}
    </p>
  );
}

type ScoreProps = {
  readonly indicator: Indicator;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
};

function ScoreField({ indicator: { id, title: name, weight }, value, onValue }: ScoreProps) {
  const say = useSay();
  const step = (by: number) => onValue(halfPoint((value ?? (by > 0 ? 0 : weight)) + by, weight));
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value === undefined ? '' : String(value);
  }, [value]);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 border-t border-line py-2">
      <label htmlFor={`score-${id}`} className="min-w-0 leading-snug">
        {name} <span className="text-sm whitespace-nowrap text-soft">{say(words.full(weight))}</span>
      </label>
      <span className="flex items-center">
        <button
          type="button"
          onClick={() => step(-0.5)}
          aria-label={say(words.less(name))}
          className="grid size-11 place-items-center rounded-l-md border border-edge text-lg hover:bg-mist"
        >
          −
        </button>
        <input
          ref={field}
          id={`score-${id}`}
          type="number"
          inputMode="decimal"
          min={0}
          max={weight}
          step={0.5}
          defaultValue={value}
          onChange={(event) => onValue(event.target.value === '' ? undefined : halfPoint(Number(event.target.value), weight))}
          onBlur={(event) => (event.target.value = value === undefined ? '' : String(value))}
          className="h-11 w-16 border-y border-edge bg-card text-center font-semibold [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
        />
        <button
          type="button"
          onClick={() => step(0.5)}
          aria-label={say(words.more(name))}
          className="grid size-11 place-items-center rounded-r-md border border-edge text-lg hover:bg-mist"
        >
          +
        </button>
      </span>
    </li>
  );
}

function GroupField({
  group,
  draft,
  onChange,
}: {
  readonly group: Group;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const set = (id: string, value: number | undefined) => {
    const { [id]: _before, ...others } = draft.scores;
    onChange({ ...draft, scores: value === undefined ? others : { ...others, [id]: value } });
  };
  return (
    <fieldset className="min-w-0">
      <legend className="float-left mb-1.5 flex w-full items-baseline justify-between gap-3">
        <span className="font-serif font-bold">{group.title}</span>
        <span className="whitespace-nowrap text-soft">
          <b className="text-ink">{numberText(sumOf(group.indicators, draft.scores))}</b> / {weightOf(group.indicators)}{' '}
          <ClauseMark clause={group.clause} />
        </span>
      </legend>
      <ul className="clear-both">
        {group.indicators.map((indicator) => (
          <ScoreField
            key={indicator.id}
            indicator={indicator}
            value={draft.scores[indicator.id]}
            onValue={(value) => set(indicator.id, value)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

/** The score sheet: criteria by group, half points, the running total, the remark. */
export function SheetForm({ groups, work, onSeal }: Props) {
  const say = useSay();
  const { draft, change } = work;
  const all = allIndicators(groups);
  const scored = all.filter(({ id }) => draft.scores[id] !== undefined).length;
  return (
    <div className="rounded-xl border border-line bg-card">
      <div className="sticky top-[5.75rem] z-[5] flex flex-wrap items-end justify-between gap-x-4 rounded-t-xl border-b border-line bg-card px-5 py-3 lg:top-0">
        <p aria-live="polite">
          <span className="text-sm text-soft">{say(words.total)} </span>
          <b className="text-3xl leading-none text-teal">{numberText(sumOf(all, draft.scores))}</b>{' '}
          <span className="text-soft">{say(words.outOf(weightOf(all)))}</span>
        </p>
        <div className="text-right">
          <p className="text-sm text-soft">{say(words.scored(scored, all.length))}</p>
          <SavedLine work={work} />
        </div>
      </div>
      <div className="grid gap-6 px-5 py-5">
        {groups.map((group) => (
          <GroupField key={group.id} group={group} draft={draft} onChange={change} />
        ))}
        <div>
          <label htmlFor="score-remark" className="mb-1 block font-serif font-bold">
            {say(words.remark)}
          </label>
          <p className="mb-1.5 text-sm text-soft">{say(words.remarkHelp)}</p>
          <textarea
            id="score-remark"
            rows={5}
            maxLength={2000}
            value={draft.remark}
            onChange={(event) => change({ ...draft, remark: event.target.value })}
            onBlur={() => void work.save()}
            className="control field-sizing-content max-h-80"
          />
        </div>
        <label className="flex cursor-pointer items-start gap-3 rounded-lg bg-sand px-4 py-3">
          <input
            type="checkbox"
            checked={draft.hasNoConflict}
            onChange={(event) => change({ ...draft, hasNoConflict: event.target.checked })}
            className="mt-1 size-5 shrink-0 accent-teal"
          />
          <span>{say(words.again)}</span>
        </label>
        <Button kind="primary" onClick={onSeal}>
          {say(words.seal)}
        </Button>
      </div>
    </div>
  );
}
