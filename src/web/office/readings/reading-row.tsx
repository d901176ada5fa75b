import { Link } from 'wouter';
import { Badge, ClauseMark, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { paths } from '../../paths.ts';
import { type Reading, valueText } from './reading.ts';
import { words } from './words.ts';

/** A drafted ruling that waits for another person. */
export type Pending = { readonly id: string; readonly key: string; readonly value: unknown; readonly effectiveFrom: string };

const tones: Readonly<Record<Reading['status'], Tone>> = { default_unconfirmed: 'gold', confirmed: 'good', replaced: 'good' };

type Props = { readonly reading: Reading; readonly pending: readonly Pending[]; readonly onDraft: (() => void) | null };

/** One question: the reading in effect, the other options, why, and what is pending on it. */
export function ReadingRow({ reading, pending, onDraft }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { id, key, title, question, reasoning, value, options, status, document, clause, isUrgent } = reading;
  return (
    <li
      id={key}
      className="grid scroll-mt-20 gap-x-8 gap-y-3 border-b border-line px-5 py-5 last:border-0 sm:px-7 md:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="text-sm text-soft tabular-nums">{id}</span>
          <b className="font-serif text-lg">{title}</b>
          <Badge tone={tones[status]}>{say(words[status])}</Badge>
          {isUrgent && <Badge tone="quiet">{say(words.first)}</Badge>}
          <ClauseMark clause={clause} />
        </h2>
        <p className="mt-1">{question}</p>
        <p className="mt-1">
          <span className="text-soft">{say(words.inEffect)}：</span>
          <b>{valueText(value, options)}</b>
          {document !== null && <span className="text-sm text-soft">　{say(words.document(document))}</span>}
        </p>
        <Options reading={reading} />
        <p className="text-sm text-soft">
          {say(words.reasoning)}：{reasoning}
        </p>
        {pending.map((one) => (
          <p key={one.id} className="mt-2 rounded-lg bg-cream px-4 py-2">
            {say(words.pendingOne(valueText(one.value, options), dayText(one.effectiveFrom, language)))}{' '}
            <Link href={paths.case('ruling', one.id)} className="link font-semibold">
              {say(words.open)}
            </Link>
          </p>
        ))}
      </div>
      {onDraft && (
        <div>
          <Button size="small" onClick={onDraft} aria-label={`${say(words.draft)} ${id} ${title}`}>
            {say(words.draft)}
          </Button>
        </div>
      )}
    </li>
  );
}

function Options({ reading: { options, value, default: usual } }: { readonly reading: Reading }) {
  const say = useSay();
  const now = JSON.stringify(value);
  const others = options.filter((option) => JSON.stringify(option.value) !== now);
  if (others.length === 0 && now === JSON.stringify(usual)) return null;
  return (
    <p className="text-sm text-soft">
      {say(others.length > 0 ? words.options : words.usual)}：
      {others.length > 0
        ? others
            .map((option) => `${option.label}${JSON.stringify(option.value) === JSON.stringify(usual) ? `（${say(words.usual)}）` : ''}`)
            .join('；')
        : valueText(usual, options)}
    </p>
  );
}
