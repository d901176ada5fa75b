import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.tsx';
import type { Words } from '#core/kernel/words.ts';
import type { PartState } from './sections.ts';
import { words } from './words.ts';

type Props = {
  readonly parts: readonly PartState[];
  readonly isAmending: boolean;
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
  readonly onCheck: () => void;
};

function standing({ isBegun, left, asked }: PartState, isAmending: boolean): readonly [Tone, Words] {
  if (isAmending) return asked > 0 ? ['gold', words.asked(asked)] : ['quiet', words.notAsked];
  if (left === 0) return ['teal', words.done];
  return isBegun ? ['gold', words.left(left)] : ['quiet', words.notStarted];
}

/** The parts of the form as tasks: done, so many left, not started. */
export function SectionList({ parts, isAmending, chosen, onChoose, onCheck }: Props) {
  const say = useSay();
  const done = parts.filter(({ left }) => left === 0).length;
  const asked = parts.reduce((sum, part) => sum + part.asked, 0);
  return (
    <nav aria-label={say(words.tasks)} className="overflow-hidden rounded-xl border border-line bg-card">
      <p className="flex items-center justify-between gap-3 px-4 pt-3.5 pb-2.5 text-sm text-soft">
        {say(isAmending ? words.asked(asked) : words.progress(done, parts.length))}
        <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="h-1.5 w-24 rounded-full bg-sand">
          <rect width={(100 * done) / parts.length} height="6" className="fill-teal" />
        </svg>
      </p>
      <ol>
        {parts.map((part, index) => {
          const [tone, says] = standing(part, isAmending);
          return (
            <li key={part.name} className="border-t border-line">
              <button
                type="button"
                aria-current={part.name === chosen ? 'step' : undefined}
                onClick={() => onChoose(part.name)}
                className="flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left hover:bg-mist/60 aria-[current]:bg-mist aria-[current]:font-semibold aria-[current]:shadow-[inset_3px_0_0_var(--color-teal)]"
              >
                <span className="w-5 shrink-0 text-sm text-soft">{index + 1}</span>
                <span className="min-w-0 flex-1">{part.title}</span>
                <Badge tone={tone}>{say(says)}</Badge>
              </button>
            </li>
          );
        })}
      </ol>
      <div className="border-t border-line p-4">
        <Button kind={chosen === 'check' ? 'plain' : 'primary'} className="w-full" onClick={onCheck}>
          {say(words.check)}
        </Button>
      </div>
    </nav>
  );
}
