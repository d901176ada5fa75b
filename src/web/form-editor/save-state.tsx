import { ClauseMark } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { clockText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import type { SaverState } from './saver.ts';
import { words } from './words.ts';

/** When the form was last saved; it follows the reader down the page. */
export function SaveStamp({ state }: { readonly state: SaverState }) {
  const say = useSay();
  const language = useLanguage();
  const { status, savedAt } = state;
  const isBad = status === 'retrying' || status === 'refused';
  const saved = savedAt === null ? say(words.notSavedYet) : say(words.saved(clockText(savedAt, language)));
  const says = isBad ? say(words.offline) : status === 'saving' ? say(words.saving) : status === 'waiting' ? say(words.waiting) : saved;
  return (
    <output
      className={`no-print pointer-events-none sticky top-14 z-10 mb-2 ml-auto flex w-fit items-center gap-1.5 rounded-full border px-3 py-0.5 text-sm shadow-lift ${isBad ? 'border-red bg-pink text-red' : 'border-line bg-card text-soft'}`}
    >
      <Icon name={isBad ? 'warn' : status === 'quiet' ? 'check' : 'clock'} size={15} />
      {says}
    </output>
  );
}

type AlertProps = { readonly state: SaverState; readonly recovered: number; readonly onRetry: () => void; readonly onForget: () => void };

/** What stands in the way of saving, or what was brought back. It stays until it is over. */
export function SaveAlert({ state, recovered, onRetry, onForget }: AlertProps) {
  const say = useSay();
  const { status, problem } = state;
  const retry = (
    <Button size="small" className="mt-2" onClick={onRetry}>
      {say(words.retry)}
    </Button>
  );
  return (
    <div className="mb-5 grid gap-3 empty:hidden">
      {status === 'retrying' && (
        <div className="sticky top-24 z-10">
          <Notice tone="bad">
            <p className="font-semibold">{say(words.offline)}</p>
            <p>{say(words.offlineWhy)}</p>
            {retry}
          </Notice>
        </div>
      )}
      {status === 'refused' && problem && (
        <Notice tone="bad">
          <p className="font-semibold">{say(words.refused)}</p>
          <ul>
            {problem.refusals.map(({ says, clause, code }) => (
              <li key={`${code}/${says}`}>
                {says} <ClauseMark clause={clause} />
              </li>
            ))}
          </ul>
          <p>{say(words.refusedWhy)}</p>
          {retry}
        </Notice>
      )}
      {recovered > 0 && (
        <Notice tone="good">
          <p>{say(words.recovered(recovered))}</p>
          <Button size="small" kind="bare" onClick={onForget}>
            {say(words.close)}
          </Button>
        </Notice>
      )}
    </div>
  );
}
