import type { z } from 'zod';
import { Changes, type DraftForm, type FieldChange, hasField, withChanges } from '#core/form/draft.ts';
import { type FieldRequest, Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { applicant } from '#core/people/offices.ts';
import { countyApprover, opinionIs } from './county.ts';
import { eventsOf, type Sight } from './define.ts';
import { tellOwner } from './tell.ts';

/** What the data of a case must have for its owner to write a form in it. */
type Written = { readonly form: Readonly<Record<string, Readonly<Record<string, unknown>>>>; readonly savedAt: string | null };

/** What it must have besides for the county to return the form. */
type Returned = Written & {
  readonly opinion: { readonly opinion: string; readonly reasons: string; readonly requests: FieldRequest[] } | null;
  readonly requests: FieldRequest[];
  readonly returns: number;
  readonly ended: string | null;
};

/** A form that is written in a case: its schema, what people call it, the row of the plan that asks for it. */
export type FormSetting = { readonly clause: string; readonly form: z.ZodObject; readonly called: Words };

type Input = { readonly changes: readonly FieldChange[] };

const saved = <Data extends Written>({ data, at }: Sight<Data>, { changes }: Input): Data => ({
  ...data,
  form: withChanges(data.form as DraftForm, changes),
  savedAt: at,
});

const wrong = (clause: string, code: string, field: string, says: Words): Refusal => ({ kind: 'input', code, clause, field, says });

const noSuchField = ({ called }: FormSetting) => both(`${called.zh}没有这个字段`, `The ${called.en} has no such field`);

const writing = { to: 'same', who: [applicant], input: Changes, manner: 'quiet', isDuty: true } as const;

/** Writing the form, saved field by field. */
export const fillInEvent = <State extends string, Data extends Written>(
  setting: FormSetting,
  { from, title }: { readonly from: State; readonly title: Words },
) =>
  eventsOf<State, Data>()({
    ...writing,
    title,
    clause: setting.clause,
    from: [from],
    accepts: (_sight, { changes }) =>
      changes
        .filter(({ path }) => !hasField(setting.form, path))
        .map(({ path }) => wrong(setting.clause, 'unknown_field', path, noSuchField(setting))),
    apply: saved,
  });

/** What is wrong with a return: it is the second, asks for nothing, or for a field that is not there. */
export function returnFaults(
  setting: FormSetting,
  { returns }: Pick<Returned, 'returns'>,
  requests: readonly FieldRequest[],
): readonly Refusal[] {
  const fault = (field: string, says: Words) => [wrong(setting.clause, 'invalid_input', field, says)];
  if (returns > 0) return fault('opinion', both('已退回补正过一次，不能再次退回', 'It was returned once already'));
  if (requests.length === 0) return fault('requests', both('退回须列明补正清单', 'A return needs its requests'));
  const unknown = requests.findIndex(({ path }) => !hasField(setting.form, path));
  return unknown < 0 ? [] : fault(`requests.${unknown}.path`, noSuchField(setting));
}

/** The return for completion: only the fields named can be changed; the county's refusal beside it (I-34). */
export function completionEvents<State extends string, Data extends Returned>(
  { clause }: FormSetting,
  { signsIn, returnsTo }: { readonly signsIn: State; readonly returnsTo: State },
) {
  const event = eventsOf<State, Data>();
  return {
    countyReturn: event({
      title: both('签发退回补正', 'Return for completion'),
      clause,
      from: [signsIn],
      to: returnsTo,
      who: [countyApprover],
      input: Nothing,
      guards: [opinionIs(clause)('return')],
      manner: 'next',
      apply: ({ data }) => ({ ...data, requests: data.opinion?.requests ?? [], returns: data.returns + 1 }),
      effects: (sight) => [tellOwner(sight, '请按清单补正后重新报送', 'please complete the fields asked for')],
    }),
    amend: event({
      ...writing,
      title: both('补正字段', 'Complete fields'),
      clause,
      from: [returnsTo],
      accepts: ({ data }, { changes }) =>
        changes
          .filter(({ path }) => !data.requests.some((request) => request.path === path))
          .map(({ path }) =>
            wrong(clause, 'not_asked', path, both('补正只能修改清单所列字段', 'Only the fields asked for can be changed')),
          ),
      apply: saved,
    }),
  };
}
