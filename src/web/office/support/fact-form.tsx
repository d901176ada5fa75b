import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorsByField } from '../../ui/schema/form.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words } from './words.ts';

const blank = {
  caseNo: '',
  clientName: '',
  clientCode: '',
  effectiveDate: '',
  isPatentCase: 'yes',
  isForeignRelated: '',
  hasMajorInfluence: '',
  outcome: 'won',
  isFinal: 'yes',
  agencyFeeYuan: '',
};
type Typed = typeof blank;

const truth = (picked: string): boolean | null => (picked === 'yes' ? true : picked === 'no' ? false : null);

/** What is sent: what nobody knows is null, never no. */
const factOf = (typed: Typed) => ({
  caseNo: typed.caseNo,
  clientName: typed.clientName,
  clientCode: typed.clientCode,
  effectiveDate: typed.effectiveDate,
  isPatentCase: typed.isPatentCase === 'yes',
  isForeignRelated: truth(typed.isForeignRelated),
  hasMajorInfluence: truth(typed.hasMajorInfluence),
  outcome: typed.outcome as 'won' | 'lost' | 'settled',
  isFinal: truth(typed.isFinal),
  agencyFeeYuan: typed.agencyFeeYuan.trim() === '' ? null : Number(typed.agencyFeeYuan.replace(/[,，\s]/g, '')),
});

const texts = ['caseNo', 'clientName', 'clientCode'] as const;
const results = ['won', 'lost', 'settled'] as const;
const unknowns = ['isForeignRelated', 'hasMajorInfluence', 'isFinal'] as const;

/** A case won, recorded by hand. */
export function FactForm() {
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(blank);
  const { run, isBusy, problem, clear } = useCommand<{ id: string }>();
  const errors = errorsByField(problem?.refusals ?? []);
  const isAtFields = problem?.refusals.every(({ field }) => field !== undefined && field in blank) ?? false;
  const set = (name: keyof Typed) => (value: string) => setTyped((now) => ({ ...now, [name]: value }));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const result = await run((key) => api.call('addFact', { body: { kind: 'litigation', data: factOf(typed) } }, { key }));
    if (!result.ok) return;
    setTyped(blank);
    clear();
    tell(say(words.added));
    await queries.invalidateQueries({ queryKey: ['determination'] });
  };
  return (
    <Card title={say(words.factTitle)}>
      <p className="mb-5 max-w-prose text-soft">{say(words.factLead)}</p>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
        {problem &&
          (isAtFields ? <Notice tone="bad">{say(words.fieldsWrong(problem.refusals.length))}</Notice> : <ProblemView problem={problem} />)}
        <FactFields typed={typed} errors={errors} set={set} />
        <Button kind="primary" type="submit" isBusy={isBusy} className="w-fit">
          {say(words.add)}
        </Button>
      </form>
    </Card>
  );
}

type FieldsProps = {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (name: keyof Typed) => (value: string) => void;
};

function FactFields({ typed, errors, set }: FieldsProps) {
  const say = useSay();
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: say(words[value]) }));
  const outcomes = results.map((value) => ({ value, label: say(words[value]) }));
  return (
    <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      {texts.map((name) => (
        <TextField key={name} label={say(words[name])} value={typed[name]} error={errors[name]} onValue={set(name)} autoComplete="off" />
      ))}
      <TextField
        label={say(words.effectiveDate)}
        type="date"
        value={typed.effectiveDate}
        error={errors.effectiveDate}
        onValue={set('effectiveDate')}
      />
      <SelectField
        label={say(words.isPatentCase)}
        value={typed.isPatentCase}
        options={yesNo}
        error={errors.isPatentCase}
        onValue={set('isPatentCase')}
      />
      <SelectField label={say(words.outcome)} value={typed.outcome} options={outcomes} error={errors.outcome} onValue={set('outcome')} />
      {unknowns.map((name) => (
        <SelectField
          key={name}
          label={say(words[name])}
          value={typed[name]}
          none={say(words.notKnown)}
          options={yesNo}
          error={errors[name]}
          onValue={set(name)}
        />
      ))}
      <TextField
        label={`${say(words.agencyFeeYuan)}（${say(words.yuan)}）`}
        inputMode="numeric"
        value={typed.agencyFeeYuan}
        error={errors.agencyFeeYuan}
        onValue={set('agencyFeeYuan')}
      />
    </div>
  );
}
