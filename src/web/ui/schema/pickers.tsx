import { useLanguage, useSay } from '../language.tsx';
import { uiWords } from '../words.ts';
import { type ControlProps, textOf, useShared } from './control.ts';
import { controlId, useForm } from './form-context.tsx';
import { labelOf, titleOf } from './schema.ts';

export type Option = { readonly value: string; readonly label: string };

/** Two or three values are shown at once; more become a list. */
export function ChoiceControl(props: ControlProps & { readonly options: readonly Option[] }) {
  const { path, value, options, isBare } = props;
  const { set } = useForm();
  const say = useSay();
  const shared = useShared(props);
  if (options.length <= 3 && !isBare) return <RadioControl {...props} onPick={(picked) => set(path, picked)} picked={textOf(value)} />;
  return (
    <select {...shared} value={textOf(value)} onChange={(event) => set(path, event.target.value || undefined)} className="control">
      <option value="">{say(uiWords.choose)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type RadioProps = ControlProps & { readonly options: readonly Option[]; readonly picked: string; readonly onPick: (value: string) => void };

function RadioControl({ name, schema, path, options, picked, onPick }: RadioProps) {
  const form = useForm();
  const language = useLanguage();
  const id = controlId(form.id, path);
  const isDisabled = !form.isEditable(path);
  return (
    <div role="radiogroup" aria-label={titleOf(name, schema, language)} data-path={path} tabIndex={-1} className="flex flex-wrap gap-2">
      {options.map(({ value, label }) => (
        <label
          key={value}
          className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-edge bg-card px-3.5 has-checked:border-teal has-checked:bg-mist has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-teal"
        >
          <input
            type="radio"
            name={id}
            value={value}
            checked={picked === value}
            disabled={isDisabled}
            onChange={() => onPick(value)}
            className="size-4 accent-teal outline-none"
          />
          {label}
        </label>
      ))}
    </div>
  );
}

/** Entries of a list, chosen by tick; or the one entry of a list that takes one. */
export function ListChoiceControl(props: ControlProps & { readonly options: readonly Option[]; readonly isSingle: boolean }) {
  const { name, path, schema, value, options, isSingle } = props;
  const { set, isEditable } = useForm();
  const language = useLanguage();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  if (isSingle) return <RadioControl {...props} picked={textOf(chosen[0])} onPick={(picked) => set(path, [picked])} />;
  const toggle = (one: string, isOn: boolean) => set(path, isOn ? [...chosen, one] : chosen.filter((other) => other !== one));
  return (
    <fieldset aria-label={titleOf(name, schema, language)} data-path={path} tabIndex={-1} className="grid gap-x-4 sm:grid-cols-2">
      {options.map((option) => (
        <label key={option.value} className="flex min-h-10 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            disabled={!isEditable(path)}
            onChange={(event) => toggle(option.value, event.target.checked)}
            className="size-4.5 shrink-0 accent-teal"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or no; neither is chosen beforehand. */
export function YesNoControl(props: ControlProps) {
  const { path, value, isBare } = props;
  const { set } = useForm();
  const say = useSay();
  const shared = useShared(props);
  const options = [
    { value: 'yes', label: say(uiWords.yes) },
    { value: 'no', label: say(uiWords.no) },
  ];
  const picked = value === true ? 'yes' : value === false ? 'no' : '';
  const pick = (one: string) => set(path, one === '' ? undefined : one === 'yes');
  if (!isBare) return <RadioControl {...props} options={options} picked={picked} onPick={pick} />;
  return (
    <select {...shared} value={picked} onChange={(event) => pick(event.target.value)} className="control min-w-24">
      <option value="">{say(uiWords.choose)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Several of the named values. */
export function KindsControl(props: ControlProps) {
  const { name, path, schema, value } = props;
  const { set, isEditable } = useForm();
  const say = useSay();
  const language = useLanguage();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const all = schema.items?.enum ?? [];
  const isDisabled = !isEditable(path);
  return (
    <fieldset aria-label={titleOf(name, schema, language)} data-path={path} tabIndex={-1}>
      <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-2 lg:grid-cols-3">
        {all.map((one) => (
          <label key={String(one)} className="flex min-h-9 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              disabled={isDisabled}
              onChange={(event) =>
                set(
                  path,
                  event.target.checked
                    ? all.filter((other) => other === one || chosen.includes(other))
                    : chosen.filter((other) => other !== one),
                )
              }
              className="size-4.5 accent-teal"
            />
            {labelOf(schema.items ?? {}, one, language)}
          </label>
        ))}
      </div>
      <p className="mt-1 flex items-center gap-3 text-sm text-soft">
        {say(uiWords.selected(chosen.length))}
        {!isDisabled && (
          <button type="button" className="link min-h-6" onClick={() => set(path, chosen.length === all.length ? [] : [...all])}>
            {say(chosen.length === all.length ? uiWords.selectNone : uiWords.selectAll)}
          </button>
        )}
      </p>
    </fieldset>
  );
}
