import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { partsOf } from '../../case/recognition/data.ts';
import { Report } from '../../case/recognition/report.tsx';
import { paths } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { fieldsOf, type Schema, titleOf } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { Recusal } from './declaration.tsx';
import { SealDialog } from './seal-dialog.tsx';
import { SheetForm } from './sheet-form.tsx';
import { allIndicators, type Draft, type Group, sumOf } from './sheet.ts';
import { useDraft } from './use-draft.ts';
import { words } from './words.ts';

type Props = {
  readonly kase: CaseView;
  readonly schema: Schema;
  readonly groups: readonly Group[];
  readonly stored: { readonly draft: Draft; readonly savedAt: string | null };
  readonly onSealed: () => Promise<void>;
};

type Side = 'document' | 'sheet';

/** The papers and the sheet beside each other; on a phone one at a time, neither losing its place. */
export function Desk({ kase, schema, groups, stored, onSealed }: Props) {
  const say = useSay();
  const [side, setSide] = useState<Side>('document');
  const [asks, setAsks] = useState<'seal' | 'recuse' | null>(null);
  const work = useDraft(kase.id, stored);
  const total = numberText(sumOf(allIndicators(groups), work.draft.scores));
  const tabs = [
    ['document', say(words.document)],
    ['sheet', say(words.sheetOf(total))],
  ] as const;
  return (
    <>
      <Heading kase={kase} onRecuse={() => setAsks('recuse')} />
      <fieldset
        aria-label={say(words.title)}
        className="sticky top-11 z-10 -mx-4 mb-4 grid grid-cols-2 border-b border-line bg-paper px-4 lg:hidden"
      >
        {tabs.map(([key, title]) => (
          <button
            key={key}
            type="button"
            aria-pressed={side === key}
            onClick={() => setSide(key)}
            className="-mb-px min-h-12 border-b-2 border-transparent text-soft aria-pressed:border-teal aria-pressed:font-semibold aria-pressed:text-teal"
          >
            {title}
          </button>
        ))}
      </fieldset>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <section aria-label={say(words.document)} className={side === 'document' ? '' : 'max-lg:hidden'}>
          <Papers kase={kase} schema={schema} />
        </section>
        <section
          aria-label={say(words.sheet)}
          className={`lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto ${side === 'sheet' ? '' : 'max-lg:hidden'}`}
        >
          <SheetForm groups={groups} work={work} onSeal={() => setAsks('seal')} />
        </section>
      </div>
      {asks === 'seal' && (
        <SealDialog
          kase={kase}
          draft={work.draft}
          groups={groups}
          onClose={() => setAsks(null)}
          onSealed={() => (work.forget(), onSealed())}
        />
      )}
      {asks === 'recuse' && <Recusal kase={kase} onClose={() => setAsks(null)} />}
    </>
  );
}

function Heading({ kase, onRecuse }: { readonly kase: CaseView; readonly onRecuse: () => void }) {
  const say = useSay();
  return (
    <header className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="font-serif text-2xl font-bold">{kase.summary}</h1>
      <p className="text-soft">{kase.number}</p>
      <span className="ml-auto flex flex-wrap gap-2">
        {kase.actions.some(({ event }) => event === 'record_inspection') && (
          <Link href={paths.inspect(kase.id)} className={buttonClass('plain', 'small')}>
            {say(kase.data.inspection ? words.inspectionDone : words.inspectionNow)}
          </Link>
        )}
        <Button kind="grave" size="small" onClick={onRecuse}>
          {say(words.recuse)}
        </Button>
      </span>
    </header>
  );
}

function Papers({ kase, schema }: { readonly kase: CaseView; readonly schema: Schema }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <div className="rounded-xl border border-line bg-card px-4 py-5 sm:px-7">
      <h2 className="sr-only">{say(words.document)}</h2>
      <nav aria-label={say(words.parts)} className="mb-5 flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-4 text-sm">
        {fieldsOf(schema).map(([name, section]) => (
          <a key={name} href={`#part-${name}`} className="link min-h-6">
            {titleOf(name, section, language)}
          </a>
        ))}
      </nav>
      {kase.process === 'recognition' ? (
        <Report parts={partsOf(kase)} schema={schema} />
      ) : (
        <SchemaView schema={schema} value={kase.data.form} />
      )}
    </div>
  );
}
