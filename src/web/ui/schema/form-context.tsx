import { createContext, type ReactNode, useContext } from 'react';

/** A field whose values the page knows: it becomes a list to choose from. */
export type Choices = {
  readonly title?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The field is a list, but one entry is chosen. */
  readonly isSingle?: boolean;
  /** Said in place of the list while there is nothing to choose, or nothing has to be. */
  readonly none?: ReactNode;
};

/** What every field of a form needs; the page sets it through SchemaForm. */
export type FormSetting = {
  readonly id: string;
  /** Dotted path to what is wrong with the field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Path without row numbers to the values one may choose. */
  readonly choices: Readonly<Record<string, Choices>>;
  /** Dotted path to requests pinned to the field. */
  readonly pins: Readonly<Record<string, readonly string[]>>;
  /** Path without row numbers to what the page says under the field. */
  readonly notes?: Readonly<Record<string, ReactNode>>;
  /** Whether a field may be edited; others are shown as they are. */
  readonly isEditable: (path: string) => boolean;
  readonly set: (path: string, value: unknown) => void;
  readonly leave: (path: string) => void;
};

const FormContext = createContext<FormSetting>({
  id: 'form',
  errors: {},
  choices: {},
  pins: {},
  isEditable: () => true,
  set: () => undefined,
  leave: () => undefined,
});

export const FormProvider = FormContext.Provider;

export const useForm = (): FormSetting => useContext(FormContext);

/** The id of a field's control. */
export const controlId = (form: string, path: string): string => `${form}-${path.replaceAll('.', '-')}`;
