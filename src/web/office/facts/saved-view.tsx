import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { paths } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Schema, titleAt } from '../../ui/schema/schema.ts';
import { words } from './words.ts';

export type Saved = AnswerOf<NamedEndpoints['addFact']>;

type Props = {
  readonly saved: Saved;
  readonly schema: Schema;
  /** What happened, in one line. */
  readonly says: string;
  /** Starts the next one; absent where there is none. */
  readonly onAnother?: () => void;
};

/** After saving: that it is on record, what should be checked again, and where to go. */
export function SavedView({ saved, schema, says, onAnother }: Props) {
  const say = useSay();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const { id, warnings } = saved;
  useEffect(() => {
    place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="grid gap-5 outline-none">
      <Notice tone="good">
        <p className="font-semibold">{says}</p>
      </Notice>
      {warnings.length > 0 && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.warned(warnings.length))}</p>
          <p>{say(words.warnedWhy)}</p>
          <ul className="mt-1 grid gap-1">
            {warnings.map(({ field, says: warning }) => (
              <li key={`${field}/${warning}`}>
                <Link href={`${paths.correctFact(id)}?focus=${field}`} className="link inline-flex min-h-6 items-center">
                  {titleAt(schema, field, language)}
                </Link>
                ：{warning}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="flex flex-wrap gap-3">
        <Link href={paths.fact(id)} className={buttonClass('primary')}>
          {say(words.look)}
        </Link>
        {onAnother && <Button onClick={onAnother}>{say(words.another)}</Button>}
      </p>
    </div>
  );
}
