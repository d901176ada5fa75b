import type { ComponentType } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Fault } from '../ui/schema/form.tsx';
import type { Schema, Tree } from '../ui/schema/schema.ts';

/** What a dialog's body gets; it checks nothing and sends nothing itself. */
export type BodyProps = {
  readonly view: CaseView;
  readonly schema: Schema;
  readonly value: Tree;
  readonly onChange: (value: Tree) => void;
  readonly faults: readonly Fault[];
  readonly isEditable: (path: string) => boolean;
};

/** What stands above the fields. */
export type ContextProps = { readonly view: CaseView };

/** How the dialog of one event departs from the form its schema makes. */
export type EventScreen = {
  /** What the fields hold before anything is typed; a hook, because it may have to be asked for. */
  readonly useStart?: (view: CaseView) => Tree | undefined;
  readonly Context?: ComponentType<ContextProps>;
  /** In place of the form made from the schema. */
  readonly Body?: ComponentType<BodyProps>;
  readonly isWide?: boolean;
};
