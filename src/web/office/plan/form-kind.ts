import type { FormKind } from '../../form-editor/form-kind.ts';
import { words } from './words.ts';

/** F5 and F6, the construction plan and every change of it. */
export const planForm: FormKind = {
  process: 'plan',
  words,
  edits: [
    { event: 'fill_in', files: 'file' },
    { event: 'amend', files: 'resubmit', isAmending: true },
  ],
  subtitleOf: ({ summary }) => summary,
  filingSchema: (_kase, input) => input,
};
