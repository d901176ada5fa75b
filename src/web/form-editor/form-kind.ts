import type { ComponentType } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Language, Words } from '#core/kernel/words.ts';
import type { Schema } from '../ui/schema/schema.ts';
import type { Form } from './draft.ts';
import type { Table } from './tables.ts';

/** An event that writes into a form, the event that files what it wrote, and whether it opens only the fields that were asked for. */
export type Edit = { readonly event: string; readonly files: string; readonly isAmending?: true };

/** One entry of the editor's task list: a section of the form, or a part a process makes of several. */
export type Part = {
  readonly name: string;
  readonly title: string;
  /** The fields it asks for; drawn by `Body` where it has one. */
  readonly schema: Schema;
  /** Whether a field of the form, by its dotted path, stands in this part. */
  readonly holds: (path: string) => boolean;
  readonly isBegun: boolean;
  /** Lists of it into which rows of a spreadsheet can be pasted. */
  readonly tables: readonly Table[];
  /** Draws the part instead of the fields of its schema, inside the form's provider. */
  readonly Body?: ComponentType<BodyProps>;
};

/** What a part drawn by its process knows. */
export type BodyProps = {
  readonly part: Part;
  readonly form: Form;
  readonly kase: CaseView;
  /** Sends what is not saved yet; resolves to whether everything is. */
  readonly flush: () => Promise<boolean>;
};

/** What the editor says of one process. */
export type FormWords = {
  readonly title: Words;
  /** Title while only what was asked for is open. */
  readonly amendTitle: Words;
  readonly lead: Words;
  /** Above the checklist beside the form. */
  readonly conditions: Words;
  /** What filing brings about, said before it is done. */
  readonly fileWarn: Words;
  readonly resubmitWarn: Words;
  readonly receiptLead: Words;
};

/** A process whose form is written in the editor: everything in which one form differs from another. */
export type FormKind = {
  readonly process: string;
  readonly words: FormWords;
  /** In order of preference; the first the case offers is the one at hand. */
  readonly edits: readonly Edit[];
  /** Beside the number of the case. */
  readonly subtitleOf: (kase: CaseView) => string;
  /** The entries of the task list; one for each section where the process says nothing. */
  readonly partsOf?: (schema: Schema, form: Form, language: Language) => readonly Part[];
  /** Under the fields of a part. */
  readonly Under?: ComponentType<{ readonly part: Part; readonly form: Form; readonly kase: CaseView }>;
  /** All that was written, as the check page shows it; made from the schema where the process says nothing. */
  readonly Written?: ComponentType<{ readonly kase: CaseView; readonly schema: Schema; readonly form: Form }>;
  /** On the check page, above the verb. */
  readonly BeforeFiling?: ComponentType<{ readonly kase: CaseView }>;
  /** What filing asks for beside the form; nothing where it is absent. */
  readonly filingSchema?: (kase: CaseView, input: Schema) => Schema;
};

/** A form at hand: whose it is, what it asks for, and by which event it is written. */
export type Editing = { readonly kind: FormKind; readonly kase: CaseView; readonly schema: Schema; readonly edit: Edit };
