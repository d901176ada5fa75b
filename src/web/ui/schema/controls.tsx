import type { ReactNode } from 'react';
import { FileField } from '../file-field.tsx';
import { wanText } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { keptMoney, plainYuan, settledMoney } from '../money.ts';
import { uiWords } from '../words.ts';
import { type ControlProps, textOf, useShared } from './control.ts';
import { type Choices, controlId, useForm } from './form-context.tsx';
import { ChoiceControl, KindsControl, ListChoiceControl, YesNoControl } from './pickers.tsx';
import { isYuan, type Kind, kindOf, labelOf, patternOf, titleOf } from './schema.ts';

const inputTypes: Partial<Record<string, 'tel' | 'email'>> = { mobile: 'tel', email: 'email' };

function LineControl(props: ControlProps) {
  const { path, schema, value } = props;
  const { set } = useForm();
  const shared = useShared(props);
  const type = inputTypes[schema.widget ?? schema.format ?? ''] ?? 'text';
  return (
    <input
      {...shared}
      type={type}
      maxLength={schema.maxLength}
      value={textOf(value)}
      onChange={(event) => set(path, event.target.value)}
      className="control"
    />
  );
}

function ParagraphControl(props: ControlProps) {
  const { path, value, isBare, schema } = props;
  const { set } = useForm();
  const shared = useShared(props);
  const text = textOf(value);
  return (
    <>
      <textarea
        {...shared}
        rows={isBare ? 2 : 4}
        value={text}
        onChange={(event) => set(path, event.target.value)}
        className="control field-sizing-content max-h-[28rem]"
      />
      {schema.maxLength !== undefined && text.length > schema.maxLength * 0.8 && (
        <p className={`text-right text-[0.8125rem] ${text.length > schema.maxLength ? 'text-red' : 'text-soft'}`}>
          {text.length} / {schema.maxLength}
        </p>
      )}
    </>
  );
}

function DateControl(props: ControlProps) {
  const { path, value } = props;
  const { set } = useForm();
  return (
    <input
      {...useShared(props)}
      type="date"
      value={textOf(value)}
      onChange={(event) => set(path, event.target.value)}
      className="control max-w-56"
    />
  );
}

const ungrouped = (typed: string) => typed.replace(/[,，\s]/g, '');

/** Numbers stay text while they are not spelled like one ("1." or "1.0"), so that nothing typed is lost. */
const numberOf = (typed: string): unknown => {
  const text = ungrouped(typed);
  if (text === '') return undefined;
  return String(Number(text)) === text ? Number(text) : text;
};

/** On leaving, "1.0" becomes 1; what is no number stays for the server to name. */
const settled = (value: unknown): unknown => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);

function NumberControl(props: ControlProps & { readonly isWhole: boolean }) {
  const { name, path, schema, value, isWhole } = props;
  const { set, leave } = useForm();
  const say = useSay();
  const shared = useShared(props);
  const wan = typeof value === 'number' && isYuan(name, schema) ? wanText(value) : undefined;
  return (
    <>
      <span className="flex items-center gap-2">
        <input
          {...shared}
          inputMode={isWhole ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={textOf(value)}
          onChange={(event) => set(path, numberOf(event.target.value))}
          onBlur={() => {
            if (settled(value) !== value) set(path, settled(value));
            leave(path);
          }}
          className="control max-w-56"
        />
        {schema.unit && <span className="shrink-0 text-sm text-soft">{say(schema.unit)}</span>}
      </span>
      {wan && <p className="text-[0.8125rem] text-soft">{say(uiWords.wan(wan))}</p>}
    </>
  );
}

/** Yuan with two decimals; the value is whole fen as soon as the text is an amount. */
function MoneyControl(props: ControlProps) {
  const { path, value } = props;
  const { set, leave } = useForm();
  const say = useSay();
  const language = useLanguage();
  const wan = language === 'zh' && typeof value === 'number' ? wanText(value / 100) : undefined;
  return (
    <>
      <span className="flex items-center gap-2">
        <input
          {...useShared(props)}
          inputMode="decimal"
          autoComplete="off"
          value={typeof value === 'number' ? plainYuan(value) : textOf(value)}
          onChange={(event) => set(path, keptMoney(event.target.value))}
          onBlur={() => {
            if (settledMoney(value) !== value) set(path, settledMoney(value));
            leave(path);
          }}
          className="control max-w-56 text-right"
        />
        <span className="shrink-0 text-sm text-soft">{say(uiWords.yuan)}</span>
      </span>
      {wan && <p className="text-[0.8125rem] text-soft">{say(uiWords.wan(wan))}</p>}
    </>
  );
}

function LinesControl(props: ControlProps) {
  const { path, value } = props;
  const { set } = useForm();
  const say = useSay();
  const text = Array.isArray(value) ? value.join('\n') : '';
  return (
    <>
      <textarea
        {...useShared(props)}
        rows={3}
        value={text}
        onChange={(event) => set(path, event.target.value === '' ? [] : event.target.value.split('\n'))}
        className="control field-sizing-content"
      />
      <p className="text-[0.8125rem] text-soft">{say(uiWords.perItem)}</p>
    </>
  );
}

function AgreeControl(props: ControlProps) {
  const { name, path, schema, value } = props;
  const { set } = useForm();
  const language = useLanguage();
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        {...useShared(props)}
        type="checkbox"
        checked={value === true}
        onChange={(event) => set(path, event.target.checked ? true : undefined)}
        className="size-5 accent-teal"
      />
      <span>{titleOf(name, schema, language)}</span>
    </label>
  );
}

function FileControl({ path, schema, value, name }: ControlProps) {
  const form = useForm();
  const language = useLanguage();
  return (
    <div data-path={path} tabIndex={-1}>
      <FileField
        id={controlId(form.id, path)}
        label={titleOf(name, schema, language)}
        value={textOf(value)}
        accepts={schema.accepts ?? []}
        isInvalid={Boolean(form.errors[path])}
        onValue={(hash) => form.set(path, hash)}
      />
    </div>
  );
}

const controls: Readonly<Record<Exclude<Kind, 'section' | 'rows' | 'choice'>, (props: ControlProps) => ReactNode>> = {
  line: LineControl,
  paragraph: ParagraphControl,
  date: DateControl,
  whole: (props) => <NumberControl {...props} isWhole />,
  number: (props) => <NumberControl {...props} isWhole={false} />,
  money: MoneyControl,
  'yes-no': YesNoControl,
  kinds: KindsControl,
  lines: LinesControl,
  agree: AgreeControl,
  attachment: FileControl,
};

/** A choice among values that the page brought. */
function GivenControl({ given, ...props }: ControlProps & { readonly given: Choices }) {
  if (given.none !== undefined && given.options.length === 0) return given.none;
  if (props.schema.type !== 'array') return <ChoiceControl {...props} options={given.options} />;
  return <ListChoiceControl {...props} options={given.options} isSingle={given.isSingle ?? false} />;
}

/** The control of one field, by its kind. Sections and rows are not controls: they hold some. */
export function SchemaControl(props: ControlProps) {
  const { choices } = useForm();
  const language = useLanguage();
  const { name, path, schema } = props;
  const given = choices[patternOf(path)];
  if (given) return <GivenControl {...props} given={given} />;
  const kind = kindOf(name, schema);
  if (kind === 'choice')
    return (
      <ChoiceControl
        {...props}
        options={(schema.enum ?? []).map((one) => ({ value: String(one), label: labelOf(schema, one, language) }))}
      />
    );
  if (kind === 'section' || kind === 'rows') return null;
  const Control = controls[kind];
  return <Control {...props} />;
}
