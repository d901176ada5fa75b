import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { FactView } from '#contract/facts.ts';
import { Answer } from '../../api/answer.tsx';
import { paths } from '../../paths.ts';
import { useRowKeys } from '../../queue/use-row-keys.ts';
import { useSigned } from '../../session/session.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import { SchemaView } from '../../ui/schema/view.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FactFiles } from '../facts/fact-files.tsx';
import { filledPart, headlineOf } from '../facts/fact.ts';
import { confirmationsQuery, useKinds } from '../facts/query.ts';
import { useAddress } from '../use-address.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import { Confirmations } from './confirmations.tsx';
import { words } from './words.ts';

function FactCard({ fact }: { readonly fact: FactView }) {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  const { find, formNamed } = useKinds();
  const form = formNamed(fact.kind);
  const isCentre = office.role === 'centre_approver';
  return (
    <li className="rounded-xl border border-line bg-card px-5 py-5 sm:px-7">
      <p className="text-sm text-soft">
        {find(fact.kind)?.title} · {say(isCentre ? words.about(fact.agencyName) : words.by(fact.agencyName))}
      </p>
      <h2 className="font-serif text-lg font-bold wrap-anywhere">
        <Link href={paths.fact(fact.id)} className="row-link text-ink no-underline hover:text-teal">
          {headlineOf(form, fact, language)}
        </Link>
      </h2>
      <p className="mb-4 text-sm text-soft">
        {say(words.happened(dayText(fact.validOn, language)))} · {say(words.recorded(momentText(fact.knownFrom, language)))}
      </p>
      <FactFiles fact={fact}>
        <SchemaView schema={filledPart(form, fact.data as Tree)} value={fact.data} />
      </FactFiles>
      {Object.keys(fact.files).length === 0 && <p className="mt-4 text-sm text-gold">{say(words.noFiles)}</p>}
      {fact.confirmations.length > 0 && (
        <div className="mt-4 border-t border-line pt-4">
          <Confirmations fact={fact} />
        </div>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-4">
        <AnswerButtons fact={fact} />
        <Link href={paths.fact(fact.id)} className="link inline-flex min-h-6 items-center text-sm">
          {say(words.open)}
        </Link>
      </div>
    </li>
  );
}

function Facts({ isAnswered }: { readonly isAnswered: boolean }) {
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  const facts = useInfiniteQuery(confirmationsQuery(isAnswered));
  useRowKeys(list);
  const rows = facts.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Answer query={facts} lines={9}>
      {() =>
        rows.length === 0 ? (
          <Empty title={say(isAnswered ? words.noneAnswered : words.none)}>
            {say(isAnswered ? words.noneAnsweredNext : words.noneNext)}
          </Empty>
        ) : (
          <>
            {rows.length > 1 && <p className="mb-3 hidden text-sm text-soft pointer-fine:block">{say(words.keys)}</p>}
            <ul ref={list} className="grid grid-cols-1 gap-5">
              {rows.map((fact) => (
                <FactCard key={fact.id} fact={fact} />
              ))}
            </ul>
            <LoadMore
              shown={rows.length}
              hasMore={facts.hasNextPage}
              isBusy={facts.isFetchingNextPage}
              onMore={() => void facts.fetchNextPage()}
            />
          </>
        )
      }
    </Answer>
  );
}

/** `/app/confirmations`: facts that ask for the word of an enterprise, a bank, or the centre. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const { search, change } = useAddress();
  useTitle(say(words.title));
  const tabs = [
    { key: 'waiting', title: say(words.waiting), content: <Facts isAnswered={false} /> },
    { key: 'answered', title: say(words.answered), content: <Facts isAnswered /> },
  ];
  return (
    <>
      <header className="mb-5">
        <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
        <p className="mt-1 max-w-prose text-soft">{say(office.role === 'centre_approver' ? words.leadCentre : words.lead)}</p>
      </header>
      <Tabs
        label={say(words.tabs)}
        tabs={tabs}
        chosen={search.get('answered') ? 'answered' : 'waiting'}
        onChoose={(key) => change({ answered: key === 'answered' ? '1' : null })}
      />
    </>
  );
}
