import type { FormKind } from '../../form-editor/form-kind.ts';
import { words } from './words.ts';

/** F7, the self-assessment of a year. */
export const recognitionForm: FormKind = {
  process: 'recognition',
  words,
  edits: [{ event: 'fill_in', files: 'file' }],
  subtitleOf: ({ summary }) => summary,
};
