import { PlanContent } from '../../case/plan/plan-content.tsx';
import type { FormKind } from '../../form-editor/form-kind.ts';
import { BeforeFiling } from './before-filing.tsx';
import { planParts } from './parts.ts';
import { words } from './words.ts';

/** F5 and F6, the construction plan and every change of it: seven chapters, and before a change is filed what it changes. */
export const planForm: FormKind = {
  process: 'plan',
  words,
  edits: [
    { event: 'fill_in', files: 'file' },
    { event: 'amend', files: 'resubmit', isAmending: true },
  ],
  subtitleOf: ({ summary }) => summary,
  partsOf: planParts,
  BeforeFiling,
  Written: PlanContent,
  // The first plan of a zone is no change: there is nothing to report beside it.
  filingSchema: ({ data }, input) => (data.base === 0 ? {} : input),
};
