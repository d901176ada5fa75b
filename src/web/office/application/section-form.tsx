import { type ClipboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { SchemaFields } from '../../ui/schema/field.tsx';
import { FormProvider, type FormSetting } from '../../ui/schema/form-context.tsx';
import { focusField } from '../../ui/schema/form.tsx';
import { fieldsOf, kindOf, type Schema, titleOf, withValue } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Coverage } from './coverage.tsx';
import { type Form, fieldValue } from './draft.ts';
import { rowsFromText } from './paste.ts';
import { PasteDialog } from './paste-dialog.tsx';
import type { Saver, SaverState } from './saver.ts';
import { type Fault, type FieldRequest, pinsOf, type SectionState, visibleErrors } from './sections.ts';
import { words } from './words.ts';

type Told = {
  readonly faults: readonly Fault[];
  readonly requests: readonly FieldRequest[];
  readonly isChecked: boolean;
  readonly isAmending: boolean;
};

type Props = {
  readonly section: SectionState;
  readonly title: string;
  readonly state: SaverState;
  readonly saver: Saver;
  readonly told: Told;
  /** Field to bring into view. */
  readonly focus: string | null;
  readonly nav: { readonly names: readonly string[]; readonly go: (part: string) => void; readonly onCheck: () => void };
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
function tablePlace(section: SectionState, target: EventTarget): { field: string; item: Schema; row: number; column: number } | undefined {
  const path = (target as Element).closest<HTMLElement>('[data-path]')?.dataset.path;
  const [, field, row, name] = path?.split('.') ?? [];
  const item = field && section.schema.properties?.[field]?.items;
  if (!item || !row || !name) return undefined;
  return { field, item, row: Number(row), column: fieldsOf(item).findIndex(([one]) => one === name) };
}

/** Rows copied in a spreadsheet and pasted into a cell fill this row and those below it. */
function usePaste({
  section,
  state,
  setting,
}: {
  readonly section: SectionState;
  readonly state: SaverState;
  readonly setting: FormSetting;
}) {
  const language = useLanguage();
  const say = useSay();
  const tell = useToast();
  return (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const place = text.includes('\t') ? tablePlace(section, event.target) : undefined;
    if (!place || !setting.isEditable(`${section.name}.${place.field}`)) return;
    event.preventDefault();
    const { rows, unread } = rowsFromText(text, place.item, language, place.column);
    const before = (fieldValue(state.form, `${section.name}.${place.field}`) ?? []) as readonly object[];
    const filled = rows.map((row, at) => ({ ...before[place.row + at], ...row }));
    setting.set(`${section.name}.${place.field}`, [...before.slice(0, place.row), ...filled, ...before.slice(place.row + rows.length)]);
    tell(say(words.pasted(rows.length)) + (unread > 0 ? say(words.pasteUnread(unread)) : ''));
  };
}

/** One section of the form. */
export function SectionForm(props: Props) {
  const { section, title, state, told, focus, saver } = props;
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const setting = useSetting({ state, saver, told });
  const paste = usePaste({ section, state, setting });
  useEffect(() => {
    if (focus) requestAnimationFrame(() => focusField(place.current, focus));
  }, [focus]);
  return (
    <div ref={place} onPaste={paste} className="rounded-xl border border-line bg-card px-4 py-5 sm:px-7 sm:py-6">
      <h2 className="mb-6 font-serif text-xl font-bold">{title}</h2>
      {told.isAmending && section.asked === 0 ? (
        <>
          <p className="mb-5 text-soft">{say(words.onlyAsked)}</p>
          <SchemaView schema={section.schema} value={state.form[section.name]} />
        </>
      ) : (
        <FormProvider value={setting}>
          <SchemaFields path={section.name} schema={section.schema} value={state.form[section.name]} />
          <Tables section={section} setting={setting} state={state} />
        </FormProvider>
      )}
      <Turn {...props} />
    </div>
  );
}

/** Under the fields: pasting whole tables, and the coverage that follows from the providers. */
function Tables({
  section,
  setting,
  state,
}: {
  readonly section: SectionState;
  readonly setting: FormSetting;
  readonly state: SaverState;
}) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const tables = fieldsOf(section.schema).filter(
    ([name, field]) => kindOf(name, field) === 'rows' && setting.isEditable(`${section.name}.${name}`),
  );
  const opened = tables.find(([name]) => name === open);
  return (
    <>
      {tables.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-2">
          {tables.map(([name, field]) => (
            <Button key={name} size="small" kind="bare" onClick={() => setOpen(name)}>
              <Icon name="download" size={16} />
              {say(words.paste)}：{titleOf(name, field, language)}
            </Button>
          ))}
        </p>
      )}
      {section.name === 'services' && (
        <Coverage providers={state.form.services?.providers} item={section.schema.properties?.providers?.items} />
      )}
      {opened && (
        <PasteDialog
          title={titleOf(opened[0], opened[1], language)}
          item={opened[1].items ?? {}}
          rows={(fieldValue(state.form, `${section.name}.${opened[0]}`) ?? []) as readonly unknown[]}
          onClose={() => setOpen(null)}
          onRows={(rows) => {
            setting.set(`${section.name}.${opened[0]}`, rows);
            setting.leave('');
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function Turn({ section, nav }: Props) {
  const say = useSay();
  const at = nav.names.indexOf(section.name);
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
