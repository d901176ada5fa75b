import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api/client.ts';
import { ErrorView } from '../api/problem-view.tsx';
import { messagesQuery, sessionQuery } from '../api/query.ts';
import { useTitle } from '../shell/use-title.ts';
import { Badge } from '../ui/badge.tsx';
import { Empty } from '../ui/empty.tsx';
import { momentText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { officeWords } from './words.ts';

/** Marks everything read once it has been on the screen; what was new stays marked on this visit. */
function useMarkRead(newest: number | undefined, hasUnread: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (newest === undefined || !hasUnread) return;
    void api.call('readMessages', { body: { upTo: newest } }).then(() => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }));
  }, [newest, hasUnread, queries]);
}

/** What the house told me. */
export function MessagesPage() {
  const say = useSay();
  const language = useLanguage();
  const messages = useQuery(messagesQuery);
  const [wasUnread, setWasUnread] = useState<ReadonlySet<number>>(new Set());
  const rows = messages.data ?? [];
  const unread = rows.filter(({ isRead }) => !isRead).map(({ id }) => id);
  if (unread.some((id) => !wasUnread.has(id))) setWasUnread(new Set([...wasUnread, ...unread]));
  useMarkRead(rows.length > 0 ? Math.max(...rows.map(({ id }) => id)) : undefined, unread.length > 0);
  useTitle(say(words.messages));
  return (
    <>
      <h1 className="mb-5 font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.messages)}</h1>
      {messages.isPending && <Skeleton lines={8} />}
      {messages.error && <ErrorView error={messages.error} onRetry={() => void messages.refetch()} />}
      {messages.data?.length === 0 && <Empty title={say(officeWords.noMessages)}>{say(officeWords.noMessagesNext)}</Empty>}
      {rows.length > 0 && (
        <ul className="max-w-3xl divide-y divide-line rounded-xl border border-line bg-card">
          {rows.map(({ id, says, at, process, kase }) => (
            <li key={id} className="relative px-5 py-4 has-[a]:hover:bg-mist/50">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <time dateTime={at} className="text-sm text-soft">
                  {momentText(at, language)}
                </time>
                {wasUnread.has(id) && <Badge tone="gold">{say(officeWords.new)}</Badge>}
              </p>
              <p className="mt-0.5">
                {process && kase ? (
                  <Link href={paths.case(process, kase)} className="text-ink no-underline after:absolute after:inset-0 hover:text-teal">
                    {says}
                  </Link>
                ) : (
                  says
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
