import { Link } from 'wouter';
import type { FactView } from '#contract/facts.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText, momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import type { Schema, Tree } from '../../ui/schema/schema.ts';
import { ChangeTable } from './change-table.tsx';
import { changesBetween } from './changes.ts';
import { FactFiles } from './fact-files.tsx';
import type { WholeFact } from './fact.ts';
import { words } from './words.ts';

type VersionProps = {
  readonly version: FactView;
  readonly before: FactView | undefined;
  readonly schema: Schema;
  readonly isShown: boolean;
};

function Version({ version, before, schema, isShown }: VersionProps) {
  const say = useSay();
  const language = useLanguage();
  const { id, validOn, knownFrom, knownTo, reason, withdrawnBecause } = version;
  const from = momentText(knownFrom, language);
  const changes = before ? changesBetween(schema, before.data as Tree, version.data as Tree) : [];
  return (
    <li className="border-t border-line py-4 first:border-0 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">
          {say(words.happened)} {dayText(validOn, language)}
        </span>
        {knownTo === null && <Badge>{say(words.newest)}</Badge>}
        {withdrawnBecause !== null && <Badge tone="quiet">{say(words.withdrawn)}</Badge>}
        {isShown ? (
          <span className="text-sm text-soft">{say(words.thisVersion)}</span>
        ) : (
          <Link href={paths.fact(id)} className="link inline-flex min-h-6 items-center text-sm">
            {say(words.openVersion)}
          </Link>
        )}
      </p>
      <p className="text-sm text-soft">{say(knownTo === null ? words.from(from) : words.span(from, momentText(knownTo, language)))}</p>
      {reason !== null && (
        <p className="mt-1">
          <span className="text-soft">{say(words.because)}：</span>
          {reason}
        </p>
      )}
      {withdrawnBecause !== null && (
        <p className="mt-1">
          <span className="text-soft">{say(words.withdrawReason)}：</span>
          {withdrawnBecause}
        </p>
      )}
      {before && (
        <div className="mt-2">
          {changes.length === 0 ? (
            <p className="text-sm text-soft">{say(words.noChange)}</p>
          ) : (
            <FactFiles fact={version} before={before}>
              <ChangeTable changes={changes} caption={`${say(words.changes)} ${from}`} />
            </FactFiles>
          )}
        </div>
      )}
    </li>
  );
}

/** Every version of a fact, newest first: when it happened, when it was on record, what was changed and why. */
export function History({ fact, schema }: { readonly fact: WholeFact; readonly schema: Schema }) {
  const say = useSay();
  const versions = [fact, ...fact.history].sort((a, b) => b.knownFrom.localeCompare(a.knownFrom));
  return (
    <Card title={say(words.history)}>
      {versions.length === 1 && fact.withdrawnBecause === null ? (
        <p className="text-soft">{say(words.onlyVersion)}</p>
      ) : (
        <ol>
          {versions.map((version, index) => (
            <Version key={version.id} version={version} before={versions[index + 1]} schema={schema} isShown={version.id === fact.id} />
          ))}
        </ol>
      )}
    </Card>
  );
}
