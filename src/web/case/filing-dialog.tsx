import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { api } from '../api/client.ts';
import { ErrorView } from '../api/problem-view.tsx';
import { dataOf } from '../api/query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { momentText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { fieldsOf, type Schema, type Tree } from '../ui/schema/schema.ts';
import { SchemaView } from '../ui/schema/view.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { ClaimParts } from './claim/data.ts';
import { type ProcessInfo, schemaOf } from './process-info.ts';
import { caseWords } from './words.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo; readonly n: number; readonly onClose: () => void };

/** The record of a section, or an empty one. */
const sectionOf = (form: unknown, name: string): Tree => {
  const section = (form as Tree | undefined)?.[name];
  return typeof section === 'object' && section !== null ? (section as Tree) : {};
};

/** Text by which two values are compared; the order of keys does not count. */
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** Dotted paths of the fields that differ between two versions of a form. */
export function differences(schema: Schema, before: unknown, after: unknown): ReadonlySet<string> {
  const changed = fieldsOf(schema).flatMap(([section, inner]) =>
    fieldsOf(inner)
      .filter(([name]) => spelled(sectionOf(before, section)[name]) !== spelled(sectionOf(after, section)[name]))
      .map(([name]) => `${section}.${name}`),
  );
  return new Set(changed);
}

type FiledProps = { readonly view: CaseView; readonly schema: Schema; readonly form: unknown; readonly marks: ReadonlySet<string> };

/** What was filed: the form, or the facts and the declaration of a claim. */
function Filed({ view, schema, form, marks }: FiledProps) {
  const claim = (form as Tree | undefined)?.claim;
  switch (view.process) {
    case 'claim':
      return <ClaimFiled claim={claim as ClaimParts} />;
    case 'recognition':
      return <FiledReport schema={schema} form={form} marks={marks} />;
    case 'plan':
      return <PlanContent schema={schema} form={form} />;
    default:
      return <SchemaView schema={schema} value={form} marks={marks} />;
  }
}

const PlanContent = lazy(() => import('./plan/plan-content.tsx').then(({ PlanContent: component }) => ({ default: component })));
const ClaimFiled = lazy(() => import('./claim/claim-data.tsx').then(({ ClaimFiled: component }) => ({ default: component })));

const FiledReport = lazy(() => import('./recognition/report.tsx').then(({ FiledReport: component }) => ({ default: component })));

/** The form as it was filed, frozen, with what differs now marked. */
export function FilingDialog({ view, info, n, onClose }: Props) {
  const say = useSay();
  const language = useLanguage();
  const filing = useQuery({
    queryKey: ['filing', view.id, n],
    queryFn: () => dataOf(api.call('readFiling', { params: { id: view.id, n } })),
    staleTime: Infinity,
  });
  const schema = schemaOf(info.form);
  const current = view.data.form;
  const marks = useMemo(
    () => (filing.data && current ? differences(schema, filing.data.form, current) : new Set<string>()),
    [schema, filing.data, current],
  );
  return (
    <Dialog title={`${say(caseWords.filings)} · ${say(caseWords.filing(n))}`} onClose={onClose} width="wide">
      <div className="grid gap-6">
        <Notice>
          {say(caseWords.filingNote)}
          {filing.data && (
            <span className="mt-1 block text-sm text-soft">
              {momentText(filing.data.at, language)} · <code className="font-mono wrap-anywhere">{filing.data.hash}</code>
            </span>
          )}
        </Notice>
        {filing.error && <ErrorView error={filing.error} />}
        {filing.isPending && <Skeleton lines={8} />}
        {filing.data && (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Filed view={view} schema={schema} form={filing.data.form} marks={marks} />
          </Suspense>
        )}
      </div>
    </Dialog>
  );
}
