import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useId } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Moved } from '#contract/cases.ts';
import { api } from '../api/client.ts';
import { callsQuery } from '../api/query.ts';
import { useCommand } from '../api/use-command.ts';
import { useSigned } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shortDayText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { SchemaForm } from '../ui/schema/form.tsx';
import type { Choices } from '../ui/schema/form-context.tsx';
import { blankOf, sendable, type Tree } from '../ui/schema/schema.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { useKept } from './keep.ts';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { useOwnZones } from './plan/opening.ts';
import { useTitleChoices } from './revocation/opening.tsx';
import { caseWords } from './words.ts';

type Props = { readonly info: ProcessInfo; readonly onClose: () => void };

/** Openings that need a page: sums are chosen from a list, a voucher is looked up first, a year is opened for all zones, a stay is recorded
 * on the page of its zone. */
const pages: Readonly<Record<string, string>> = {
  recognition: paths.recognitions,
  recommendation: paths.recommendations,
  bonus: paths.bonus,
  payment: paths.payments,
  redemption: `${paths.vouchers}?present=1`,
  residence: paths.zones,
};

/** The last day of a call: its end is the first moment after it. */
const lastDayOf = (closesAt: string) => new Date(Date.parse(closesAt) + 8 * 3_600_000 - 1).toISOString().slice(0, 10);

/** Opens a case: on the page it needs, in a form, or among the calls that are open. */
export function OpenDialog({ info, onClose }: Props) {
  const page = pages[info.name];
  if (page) return <Redirect to={page} replace />;
  if (info.name === 'rectification' || info.name === 'revocation') return <TitleOpening info={info} onClose={onClose} />;
  if (info.name === 'plan') return <PlanOpening info={info} onClose={onClose} />;
  const needsCall = schemaOf(info.opens.input).properties?.call !== undefined;
  return needsCall ? <CallOpening info={info} onClose={onClose} /> : <OpenForm info={info} onClose={onClose} />;
}

/** An application first needs the open calls to choose from. */
function CallOpening({ info, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const calls = useQuery(callsQuery);
  const open = calls.data?.filter(({ isOpen }) => isOpen) ?? [];
  if (!calls.data || open.length === 0)
    return (
      <Dialog title={info.opens.title} onClose={onClose} width="narrow">
        {calls.data ? <Notice tone="warn">{say(caseWords.noOpenCall)}</Notice> : <Skeleton lines={2} />}
      </Dialog>
    );
  const options = open.map(({ id, title, closesAt }) => ({
    value: id,
    label: say(caseWords.callOption(title, shortDayText(lastDayOf(closesAt), language))),
  }));
  const start = open.length === 1 ? { call: open[0]?.id } : {};
  return <OpenForm info={info} onClose={onClose} choices={{ call: { title: say(caseWords.call), options } }} start={start} />;
}

/** What is about a title names its zone and the case it rests on. */
function TitleOpening({ info, onClose }: Props) {
  return <OpenForm info={info} onClose={onClose} choices={useTitleChoices(info.name)} />;
}

/** A plan is one of the unit's own zones. */
function PlanOpening({ info, onClose }: Props) {
  return <OpenForm info={info} onClose={onClose} {...useOwnZones()} />;
}

type FormProps = Props & {
  readonly choices?: Readonly<Record<string, Choices>>;
  /** What the fields hold before anything is typed. */
  readonly start?: Tree;
  /** Where what is typed is kept, when the same process is opened for different things. */
  readonly keepAs?: string;
  /** What one must know before opening. */
  readonly context?: ReactNode;
  /** What the page says under a field, made from what is typed. */
  readonly notes?: (value: Tree) => Readonly<Record<string, ReactNode>>;
  /** Puts what was typed or scanned into the form it is sent in. */
  readonly adapt?: (value: Tree) => Tree;
};

/** The form that opens a case. What was typed is kept on this device until it is sent. */
export function OpenForm({ info, onClose, choices = none, start = none, keepAs, context, notes, adapt = asItIs }: FormProps) {
  const say = useSay();
  const id = useId();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { person, office } = useSigned();
  const schema = schemaOf(info.opens.input);
  const { typed, keep, forget } = useKept(`${person.id}/open/${keepAs ?? info.name}`);
  const value: Tree = { ...(blankOf(schema) as Tree), ...start, ...typed.open };
  const { run, isBusy, problem } = useCommand<Moved>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const result = await run((key) => api.open(info.name, sendable(schema, value), key));
    if (!result.ok) return;
    forget('open');
    void queries.invalidateQueries();
    // Whoever opens a case of their own goes on to write its form; an office that opens it for somebody else does not.
    const writes = info.form !== null && office.role === 'applicant';
    go((writes ? paths.edit : paths.case)(info.name, result.data.id));
  };
  return (
    <Dialog
      title={info.opens.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button kind="primary" type="submit" form={id} isBusy={isBusy}>
            {info.opens.title}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-5">
        {context}
        <SchemaForm
          schema={schema}
          value={value}
          onChange={(next) => keep('open', adapt(next))}
          faults={problem?.refusals ?? noFaults}
          choices={choices}
          notes={notes?.(value) ?? none}
        />
      </form>
    </Dialog>
  );
}

const asItIs = (value: Tree): Tree => value;
const none = {} as const;
const noFaults = [] as const;
