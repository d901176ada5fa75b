import { type ClipboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { SchemaFields } from '../ui/schema/field.tsx';
import { FormProvider, type FormSetting } from '../ui/schema/form-context.tsx';
import { focusField } from '../ui/schema/form.tsx';
import { fieldsOf, kindOf, type Schema, titleOf, withValue } from '../ui/schema/schema.ts';
import { SchemaView } from '../ui/schema/view.tsx';
import { useToast } from '../ui/toast.tsx';
import { type Form, fieldValue } from './draft.ts';
import type { FormKind, Part } from './form-kind.ts';
import { columnsIn, rowsFromText } from './paste.ts';
import { PasteDialog } from './paste-dialog.tsx';
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

/** Where in a table the cursor stands: field, row, column. */
function tablePlace({ name: section, schema }: Part, target: EventTarget): TablePlace | undefined {
  const path = (target as Element).closest<HTMLElement>('[data-path]')?.dataset.path;
  const [, field = '', row, name] = path?.split('.') ?? [];
  const item = schema.properties?.[field]?.items;
  if (!item || !row || !name) return undefined;
  return { path: `${section}.${field}`, item, row: Number(row), column: columnsIn(item).findIndex(([one]) => one === name) };
}

type TablePlace = { readonly path: string; readonly item: Schema; readonly row: number; readonly column: number };

type TableProps = { readonly part: Part; readonly state: SaverState; readonly setting: FormSetting };

/** Rows copied in a spreadsheet and pasted into a cell fill this row and those below it. */
function usePaste({ part, state, setting }: TableProps) {
  const language = useLanguage();
  const say = useSay();
  const tell = useToast();
  return (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const place = text.includes('\t') ? tablePlace(part, event.target) : undefined;
    if (!place || !setting.isEditable(place.path)) return;
    event.preventDefault();
    const { rows, unread } = rowsFromText(text, place.item, language, place.column);
    const before = (fieldValue(state.form, place.path) ?? []) as readonly object[];
    const filled = rows.map((row, at) => ({ ...before[place.row + at], ...row }));
    setting.set(place.path, [...before.slice(0, place.row), ...filled, ...before.slice(place.row + rows.length)]);
    tell(say(words.pasted(rows.length)) + (unread > 0 ? say(words.pasteUnread(unread)) : ''));
  };
}

/** One part of the form. */
export function SectionForm(props: Props) {
  const { kase, part, state, told, focus, saver, Under } = props;
  const place = useRef<HTMLDivElement>(null);
  const setting = useSetting({ state, saver, told });
  const paste = usePaste({ part, state, setting });
  useEffect(() => {
    if (focus) requestAnimationFrame(() => focusField(place.current, focus));
  }, [focus]);
  return (
    <div ref={place} onPaste={paste} className="rounded-xl border border-line bg-card px-4 py-5 sm:px-7 sm:py-6">
      <h2 className="mb-6 font-serif text-xl font-bold">{part.title}</h2>
      <FormProvider value={setting}>
        <Fields kase={kase} saver={saver} part={part} state={state} setting={setting} isShut={told.isAmending && part.asked === 0} />
      </FormProvider>
      {Under && <Under part={part} form={state.form} kase={kase} />}
      <Turn {...props} />
    </div>
  );
}

/** What a part asks for: drawn by the process, else made from its schema; read only where nothing of it was asked for. */
function Fields({
  kase,
  saver,
  part,
  state,
  setting,
  isShut,
}: TableProps & Pick<Props, 'kase' | 'saver' | 'part'> & { readonly isShut: boolean }) {
  const say = useSay();
  const { Body, name, schema } = part;
  return (
    <>
      {isShut && <p className="mb-5 text-soft">{say(words.onlyAsked)}</p>}
      {Body ? (
        <Body part={part} form={state.form} kase={kase} flush={() => saver.flush()} />
      ) : isShut ? (
        <SchemaView schema={schema} value={state.form[name]} />
      ) : (
        <>
          <SchemaFields path={name} schema={schema} value={state.form[name]} />
          <PasteTables part={part} state={state} setting={setting} />
        </>
      )}
    </>
  );
}

/** Under the fields: pasting whole tables. */
function PasteTables({ part, state, setting }: TableProps) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const tables = fieldsOf(part.schema)
    .filter(([name, field]) => kindOf(name, field) === 'rows')
    .map(([name, field]) => ({ path: `${part.name}.${name}`, field, title: titleOf(name, field, language) }))
    .filter(({ path }) => setting.isEditable(path));
  const opened = tables.find(({ path }) => path === open);
  return (
    <>
      {tables.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-2">
          {tables.map(({ path, title }) => (
            <Button key={path} size="small" kind="bare" onClick={() => setOpen(path)}>
              <Icon name="download" size={16} />
              {say(words.paste)}：{title}
            </Button>
          ))}
        </p>
      )}
      {opened && (
        <PasteDialog
          title={opened.title}
          item={opened.field.items ?? {}}
          rows={(fieldValue(state.form, opened.path) ?? []) as readonly unknown[]}
          onClose={() => setOpen(null)}
          onRows={(rows) => {
            setting.set(opened.path, rows);
            setting.leave('');
            setOpen(null);
          }}
        />
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
