import type { FormKind } from '../../form-editor/form-kind.ts';
import { Coverage } from './coverage.tsx';
import { words } from './words.ts';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** F1, the application: the coverage of the kinds of service stands under the providers. */
export const applicationForm: FormKind = {
  process: 'application',
  words,
  edits: [
    { event: 'fill_in', files: 'file' },
    { event: 'amend', files: 'resubmit', isAmending: true },
  ],
  subtitleOf: ({ data }) => textOf(data.callTitle),
  Under: ({ part: { name, schema }, form }) =>
    name === 'services' ? <Coverage providers={form.services?.providers} item={schema.properties?.providers?.items} /> : null,
};
