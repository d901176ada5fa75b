import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { Card } from '../ui/card.tsx';
import { Checklist } from '../ui/checklist.tsx';
import { momentText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';
import { FilingDialog } from './filing-dialog.tsx';
import type { ProcessInfo } from './process-info.ts';
import { caseWords, partWords } from './words.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo };

function Receipts({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Card title={say(caseWords.receipts)}>
      <ul className="grid grid-cols-1 gap-3">
        {view.receipts.map(({ code, title, at }) => (
          <li key={code}>
            <a href={paths.verify(code)} target="_blank" rel="noreferrer" className="link inline-block min-h-6 font-mono">
              {code}
            </a>
            <span className="block text-sm text-soft">
              {title} · {momentText(at, language)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Filings({ view, onOpen }: { readonly view: CaseView; readonly onOpen: (n: number) => void }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Card title={say(caseWords.filings)}>
      <ul className="grid grid-cols-1 gap-3">
        {view.filings.map(({ n, at, hash }) => (
          <li key={n}>
            <button type="button" onClick={() => onOpen(n)} className="link inline-flex min-h-6 items-center gap-1.5">
              <Icon name="file" size={16} />
              {say(caseWords.filing(n))}
            </button>
            <span className="block text-sm text-soft">{momentText(at, language)}</span>
            <code className="block truncate font-mono text-[0.75rem] text-soft" title={hash}>
              {hash}
            </code>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Hidden({ parts }: { readonly parts: readonly string[] }) {
  const say = useSay();
  return (
    <section className="rounded-xl bg-sand px-5 py-4 text-sm">
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon name="lock" size={15} />
        {say(caseWords.hidden)}
      </h2>
      <p className="mt-1">{parts.map((part) => (partWords[part] ? say(partWords[part]) : part)).join('、')}</p>
      <p className="mt-1 text-[0.8125rem] text-soft">{say(caseWords.hiddenWhy)}</p>
    </section>
  );
}

/** Beside the case: conditions with their sources, receipts, what was filed, and what is not shown. */
export function Side({ view, info }: Props) {
  const say = useSay();
  const [filing, setFiling] = useState<number | null>(null);
  return (
    <>
      {view.zone && (
        <Card title={say(caseWords.zone)}>
          <p className="font-semibold">{view.zone.number}</p>
          <p className="text-sm text-soft">
            {say(caseWords.certificate)} {view.zone.certificate}
          </p>
        </Card>
      )}
      {view.checks.length > 0 && (
        <Card title={say(caseWords.checklist)}>
          <Checklist items={view.checks} />
        </Card>
      )}
      {view.receipts.length > 0 && <Receipts view={view} />}
      {view.filings.length > 0 && <Filings view={view} onOpen={setFiling} />}
      {view.hidden.length > 0 && <Hidden parts={view.hidden} />}
      {filing !== null && <FilingDialog view={view} info={info} n={filing} onClose={() => setFiling(null)} />}
    </>
  );
}
