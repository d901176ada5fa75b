import { useEffect, useId, useMemo, useRef } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { SchemaFields } from '../ui/schema/field.tsx';
import { FormProvider, type FormSetting } from '../ui/schema/form-context.tsx';
import { focusField } from '../ui/schema/form.tsx';
import { withValue } from '../ui/schema/schema.ts';
import { SchemaView } from '../ui/schema/view.tsx';
import { type Form, fieldValue } from './draft.ts';
import type { FormKind } from './form-kind.ts';
import { PasteTables, usePaste } from './paste-tables.tsx';
import type { Saver, SaverState } from './saver.ts';
import { type Fault, type FieldRequest, type PartState, pinsOf, visibleErrors } from './sections.ts';
import { words } from './words.ts';

type Told = {
  readonly faults: readonly Fault[];
  readonly requests: readonly FieldRequest[];
  readonly isChecked: boolean;
  readonly isAmending: boolean;
};

type Props = {
  readonly kase: CaseView;
  readonly part: PartState;
  readonly state: SaverState;
  readonly saver: Saver;
  readonly told: Told;
  /** Field to bring into view. */
  readonly focus: string | null;
  readonly nav: { readonly names: readonly string[]; readonly go: (part: string) => void; readonly onCheck: () => void };
  readonly Under: FormKind['Under'];
};

const none = {} as const;

/** What the fields need: values go to the saver field by field, the server's faults come back beside them. */
function useSetting({ state, saver, told }: Pick<Props, 'state' | 'saver' | 'told'>): FormSetting {
  const id = useId();
  return useMemo(
    () => ({
      id,
      choices: none,
      errors: visibleErrors(told.faults, state.form, { isChecked: told.isChecked, unsaved: state.unsaved }),
      pins: pinsOf(told.requests),
      isEditable: (path) =>
        !told.isAmending || told.requests.some((request) => path === request.path || path.startsWith(`${request.path}.`)),
      leave: () => void saver.flush(),
      set: (path, value) => {
        const field = path.split('.').slice(0, 2).join('.');
        const next = withValue(saver.snapshot().form, path.split('.'), value) as Form;
        saver.edit(field, fieldValue(next, field));
      },
    }),
    [id, saver, state.form, state.unsaved, told],
  );
}

/** One part of the form. */
export function SectionForm(props: Props) {
  const { kase, part, state, told, focus, saver, Under } = props;
  const place = useRef<HTMLDivElement>(null);
  const setting = useSetting({ state, saver, told });
  const paste = usePaste({ tables: part.tables, form: state.form, setting });
  useEffect(() => {
    if (focus) requestAnimationFrame(() => focusField(place.current, focus));
  }, [focus]);
  return (
    <div ref={place} onPaste={paste} className="rounded-xl border border-line bg-card px-4 py-5 sm:px-7 sm:py-6">
      <h2 className="mb-6 font-serif text-xl font-bold">{part.title}</h2>
      <FormProvider value={setting}>
        <Fields kase={kase} saver={saver} part={part} form={state.form} isShut={told.isAmending && part.asked === 0} />
        <PasteTables tables={part.tables} form={state.form} setting={setting} />
      </FormProvider>
      {Under && <Under part={part} form={state.form} kase={kase} />}
      <Turn {...props} />
    </div>
  );
}

type FieldsProps = Pick<Props, 'kase' | 'saver' | 'part'> & { readonly form: Form; readonly isShut: boolean };

/** What a part asks for: drawn by the process, else made from its schema; read only where nothing of it was asked for. */
function Fields({ kase, saver, part, form, isShut }: FieldsProps) {
  const say = useSay();
  const { Body, name, schema } = part;
  return (
    <>
      {isShut && <p className="mb-5 text-soft">{say(words.onlyAsked)}</p>}
      {Body ? (
        <Body part={part} form={form} kase={kase} flush={() => saver.flush()} />
      ) : isShut ? (
        <SchemaView schema={schema} value={form[name]} />
      ) : (
        <SchemaFields path={name} schema={schema} value={form[name]} />
      )}
    </>
  );
}

function Turn({ part, nav }: Props) {
  const say = useSay();
  const at = nav.names.indexOf(part.name);
  const before = nav.names[at - 1];
  const after = nav.names[at + 1];
  return (
    <div className="mt-8 flex flex-wrap justify-between gap-3 border-t border-line pt-5">
      <span className="flex flex-wrap gap-3">
        {before && (
          <Button onClick={() => nav.go(before)}>
            <Icon name="left" size={16} />
            {say(words.previous)}
          </Button>
        )}
        <Button kind="bare" className="lg:hidden" onClick={() => nav.go('')}>
          {say(words.overview)}
        </Button>
      </span>
      {after ? (
        <Button kind="primary" onClick={() => nav.go(after)}>
          {say(words.next)}
          <Icon name="right" size={16} />
        </Button>
      ) : (
        <Button kind="primary" onClick={nav.onCheck}>
          {say(words.check)}
        </Button>
      )}
    </div>
  );
}
