import { both, type Words } from '#core/kernel/words.ts';

/** The line that names a case in lists, with the parts of its data from which it is made. */
export type Summary<Data> = {
  /** A list in English reads just these; none where the line is a name, which is the same in both languages. */
  readonly reads: readonly (keyof Data & string)[];
  readonly says: (data: Data) => Words;
};

/** A line in both languages, made of the parts named. */
export const summaryOf =
  <Data>() =>
  <Part extends keyof Data & string>(reads: readonly Part[], says: (data: Pick<Data, Part>) => Words): Summary<Data> => ({ reads, says });

/** A line that is a name. */
export const nameOf = <Data>(says: (data: Data) => string): Summary<Data> => ({
  reads: [],
  says: (data) => {
    const name = says(data);
    return both(name, name);
  },
});
