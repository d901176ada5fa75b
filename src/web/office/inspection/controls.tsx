import { type ReactNode, useId } from 'react';
import { FieldError } from '../../ui/text-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { words } from './words.ts';

type FieldsetProps = { readonly title: string; readonly help?: string; readonly error?: string | undefined; readonly children: ReactNode };

/** A question with its help and error; big enough for a thumb. */
export function Question({ title, help, error, children }: FieldsetProps) {
  const id = useId();
  return (
    <fieldset className={`min-w-0 rounded-xl border bg-card px-4 pt-4 pb-5 sm:px-6 ${error ? 'border-red' : 'border-line'}`}>
      <legend className="float-left mb-2 w-full font-serif text-lg font-bold">{title}</legend>
      <div className="clear-both grid gap-3">
        {help && <p className="text-sm text-soft">{help}</p>}
        {children}
        <FieldError id={id} says={error} />
      </div>
    </fieldset>
  );
}

type PickProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onValue: (value: string) => void;
};

/** A choice with targets for a thumb. */
export function BigChoice({ name, label, options, value, onValue }: PickProps) {
  return (
    <div role="radiogroup" aria-label={label} className="grid auto-cols-fr grid-flow-col gap-2">
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-14 cursor-pointer items-center justify-center rounded-lg border border-edge px-2 text-center text-lg has-checked:border-teal has-checked:bg-teal has-checked:font-semibold has-checked:text-on has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-teal"
        >
          <input type="radio" name={name} checked={value === option.value} onChange={() => onValue(option.value)} className="sr-only" />
          {option.label}
        </label>
      ))}
    </div>
  );
}

type YesNoProps = {
  readonly name: string;
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onValue: (value: boolean) => void;
};

export function BigYesNo({ name, label, value, onValue }: YesNoProps) {
  const say = useSay();
  const options = [
    { value: 'yes', label: say(words.yes) },
    { value: 'no', label: say(words.no) },
  ];
  return (
    <BigChoice
      name={name}
      label={label}
      options={options}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      onValue={(picked) => onValue(picked === 'yes')}
    />
  );
}

type LineProps = {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error?: string | undefined;
  readonly isLong?: boolean;
  readonly type?: string;
};

/** One line or several, at a size that does not make a phone zoom. */
export function BigText({ label, value, onValue, error, isLong = false, type = 'text' }: LineProps) {
  const id = useId();
  const shared = { id, value, 'aria-invalid': error ? true : undefined, className: 'control min-h-12 text-base' } as const;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {isLong ? (
        <textarea {...shared} rows={3} onChange={(event) => onValue(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onValue(event.target.value)} />
      )}
      <FieldError id={id} says={error} />
    </div>
  );
}
