import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

type WrapProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** Ids of a field's help and error, for aria-describedby. */
export const describedBy = (id: string, has: { help: boolean; error: boolean }): string | undefined =>
  [has.help ? `${id}-help` : '', has.error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

/** A label, its help and its error around a control. */
export function FieldWrap({ id, label, help, error, children }: WrapProps) {
  return (
    <div className={error ? 'border-l-4 border-red pl-3' : ''}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {help && (
        <p id={`${id}-help`} className="mb-1.5 text-sm text-soft">
          {help}
        </p>
      )}
      {children}
      <FieldError id={id} says={error} />
    </div>
  );
}

/** What is wrong with a field, under it. */
export function FieldError({ id, says }: { readonly id: string; readonly says?: string | undefined }) {
  return says ? (
    <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-red">
      {says}
    </p>
  ) : null;
}

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** One line of text with its label. */
export function TextField({ label, help, error, value, onValue, className = '', ...rest }: Props) {
  const id = useId();
  return (
    <FieldWrap id={id} label={label} help={help} error={error}>
      <input
        id={id}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { help: Boolean(help), error: Boolean(error) })}
        className={`control ${className}`}
        {...rest}
      />
    </FieldWrap>
  );
}

type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
  /** First entry, with an empty value. */
  readonly none?: string;
  readonly error?: string | undefined;
};

/** A choice with its label. */
export function SelectField({ label, value, options, onValue, none, error }: SelectProps) {
  const id = useId();
  return (
    <FieldWrap id={id} label={label} error={error}>
      <select
        id={id}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        className="control"
        aria-invalid={error ? true : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldWrap>
  );
}
