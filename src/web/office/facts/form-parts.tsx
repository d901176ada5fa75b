import type { ReactNode } from 'react';
import { isOutcomeUnknown } from '#contract/client.ts';
import type { Problem } from '#contract/problems.ts';
import { Button } from '../../ui/button.tsx';
import { clockText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { words } from './words.ts';

/** When the form was last kept on this device; it follows the reader down the page. */
export function KeptStamp({ at }: { readonly at: string | null }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <output className="no-print pointer-events-none sticky top-14 z-10 mb-2 ml-auto flex w-fit items-center gap-1.5 rounded-full border border-line bg-card px-3 py-0.5 text-sm text-soft shadow-lift">
      <Icon name={at === null ? 'info' : 'check'} size={15} />
      {at === null ? say(words.keptHint) : say(words.kept(clockText(at, language)))}
    </output>
  );
}

/** What was typed in an earlier visit is back; it can be thrown away. */
export function Restored({ onForget }: { readonly onForget: () => void }) {
  const say = useSay();
  return (
    <Notice>
      <p className="flex flex-wrap items-center gap-3">
        {say(words.restored)}
        <Button size="small" kind="bare" onClick={onForget}>
          {say(words.startOver)}
        </Button>
      </p>
    </Notice>
  );
}

/** Whether it is unknown if the server acted: the same words must be sent again, so nothing may change meanwhile. */
export const isInDoubt = (problem: Problem | null): boolean => problem !== null && isOutcomeUnknown(problem);

/** Says that the fate of what was sent is unknown. */
export function Doubt({ problem }: { readonly problem: Problem | null }) {
  const say = useSay();
  if (!isInDoubt(problem)) return null;
  return (
    <Notice tone="bad">
      {problem?.code === 'network' && <p className="font-semibold">{problem.title}</p>}
      <p>{say(words.unknownFate)}</p>
    </Notice>
  );
}

/** The foot of a form: what is sent, and the way back. */
export function FormFoot({
  title,
  isBusy,
  problem,
  children,
}: {
  readonly title: string;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly children?: ReactNode;
}) {
  const say = useSay();
  return (
    <p className="flex flex-wrap items-center gap-3">
      <Button kind="primary" type="submit" isBusy={isBusy}>
        {isInDoubt(problem) ? say(words.retry) : title}
      </Button>
      {children}
    </p>
  );
}
