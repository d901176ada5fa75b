import { Link } from 'wouter';
import { paths } from '../../paths.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { numberText } from '../../ui/format.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import {
  codeWords,
  type Condition,
  countedOf,
  findingsOf,
  type GuideClause,
  type Item,
  nextStep,
  reasonsOf,
  type Standing,
  standingOf,
  type TraceLine,
} from './determination.ts';
import { Money } from './money.tsx';
import { factsAddress, kindOfClause } from './offers.ts';
import { useYear } from './use-year.ts';
import { words } from './words.ts';
import { useZoneNames } from './zone-names.tsx';

const looks: Readonly<Record<Standing, readonly [Tone, keyof typeof words & Standing]>> = {
  earned: ['good', 'earned'],
  open: ['gold', 'open'],
  blocked: ['quiet', 'blocked'],
};

function Why({ item }: { readonly item: Item }) {
  const say = useSay();
  const named = useZoneNames();
  const counted = countedOf(item);
  const says = [...(counted ? [say(words.counted(counted.counted, counted.all))] : []), ...findingsOf(item), ...reasonsOf(item)];
  return (
    <ul>
      {(says.length > 0 ? says : [say(codeWords(item.code))]).map((one) => (
        <li key={one}>{named(one)}</li>
      ))}
    </ul>
  );
}

function Amount({ item }: { readonly item: Item }) {
  const say = useSay();
  if (item.eligible !== true) return <span className="text-soft max-md:hidden">{say(words.noAmount)}</span>;
  return (
    <>
      <span className="text-sm text-soft">{say(item.fixed ? words.exactly : words.upTo)} </span>
      <Money yuan={item.ceilingYuan} />
      {item.uncappedYuan !== undefined && <span className="block text-sm text-soft">{say(words.cut(numberText(item.uncappedYuan)))}</span>}
    </>
  );
}

/** One clause: how it stands, how much, why, what next; the calculation unfolds below. */
export function ClauseRow({
  clause,
  item,
  nearest,
}: {
  readonly clause: GuideClause;
  readonly item: Item;
  readonly nearest: readonly string[];
}) {
  const say = useSay();
  const line = { clause, item };
  const [tone, key] = looks[standingOf(item)];
  const next = nextStep(line);
  return (
    <li className="border-b border-line px-5 py-5 last:border-0 sm:px-7">
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_11rem]">
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="text-sm text-soft">{clause.cite}</span>
            <b className="font-serif text-lg">{clause.title}</b>
            <Badge tone={tone}>{say(words[key])}</Badge>
            {clause.paidAs === 'voucher' && <Badge tone="quiet">{say(words.voucher)}</Badge>}
          </p>
          <div className="mt-1.5">
            <Why item={item} />
          </div>
          {item.paymentHold && <p className="text-gold">{say(words.held)}</p>}
          <NextSteps says={nearest.length > 0 ? nearest : next ? [say(next)] : []} />
        </div>
        <div className="md:text-right">
          <Amount item={item} />
        </div>
      </div>
      <Calculation clause={clause} item={item} />
    </li>
  );
}

/** What to do next, in the engine's words where it found the nearest change. */
function NextSteps({ says }: { readonly says: readonly string[] }) {
  return says.map((one) => (
    <p key={one} className="mt-1 flex items-start gap-1.5 font-semibold text-teal [&>svg]:mt-1">
      <Icon name="right" size={16} />
      {one}
    </p>
  ));
}

function Calculation({ clause, item }: { readonly clause: GuideClause; readonly item: Item }) {
  const say = useSay();
  const { year } = useYear();
  const { trace } = item;
  return (
    <details className="mt-3">
      <summary className="w-fit text-sm text-teal">{say(words.openFile)}</summary>
      <div className="mt-3 grid gap-4 border-l-2 border-line pl-4">
        <p>
          <span className="block text-sm text-soft">{say(words.text)}</span>
          {clause.says}
        </p>
        {trace && trace.lines.length > 0 && (
          <div>
            <p className="mb-1 text-sm text-soft">{say(words.basis)}</p>
            {trace.lines.map((one) => (
              <FactLine key={one.fact} line={one} />
            ))}
            <Link href={factsAddress(paths.facts, clause.key, year)} className="link mt-2 inline-flex min-h-6 items-center text-sm">
              {say(words.seeFacts)}
            </Link>
          </div>
        )}
        {trace?.limits && trace.limits.length > 0 && (
          <p>
            <span className="block text-sm text-soft">{say(words.limits)}</span>
            {trace.limits.join('；')}
          </p>
        )}
        {trace?.settings && trace.settings.length > 0 && <Readings settings={trace.settings} />}
      </div>
    </details>
  );
}

const signs: Readonly<Record<Condition['outcome'], readonly [IconName, string, typeof words.met]>> = {
  met: ['check', 'text-teal', words.met],
  not_met: ['cross', 'text-red', words.notMet],
  unknown: ['question', 'text-gold', words.unknown],
};

function FactLine({ line }: { readonly line: TraceLine }) {
  const say = useSay();
  const named = useZoneNames();
  return (
    <details className="border-b border-line py-1.5">
      <summary className="flex min-h-8 flex-wrap items-baseline gap-x-3">
        <b>{line.fact}</b>
        <span className="text-sm text-soft">{line.day}</span>
        <span className="ml-auto text-sm">{line.result}</span>
      </summary>
      <ul className="my-2 grid gap-1.5 text-sm">
        {line.conditions.map(({ says, outcome, fact, fails }) => {
          const [icon, colour, words_] = signs[outcome];
          return (
            <li key={says} className="flex items-start gap-2">
              <span className={`mt-0.5 ${colour}`}>
                <Icon name={icon} size={16} />
                <span className="sr-only">{say(words_)}</span>
              </span>
              <span className="min-w-0 wrap-anywhere">
                {outcome === 'not_met' ? (fails ?? says) : says}
                {fact && <span className="text-soft">　{named(fact)}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {line.amount && <p className="text-sm text-soft">{line.amount}</p>}
    </details>
  );
}

function Readings({ settings }: { readonly settings: NonNullable<NonNullable<Item['trace']>['settings']> }) {
  const say = useSay();
  return (
    <div className="text-sm">
      <p className="text-soft">{say(words.readings)}</p>
      <ul>
        {settings.map(({ key, title, value, status }) => (
          <li key={key}>
            {title}：{value}
            {status === 'default_unconfirmed' && <span className="text-gold">（{say(words.unconfirmed)}）</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The way to the form of the kind a clause rests on. */
function Record({ clause }: { readonly clause: string }) {
  const say = useSay();
  const kind = kindOfClause(clause);
  if (!kind) return null;
  return (
    <Link href={`${paths.addFact}?kind=${kind}`} className="link mt-1 inline-flex min-h-6 items-center">
      {say(words.addFact)}
    </Link>
  );
}

/** Clauses nothing is on record for: their text, and what would start them. */
export function IdleClauses({
  clauses,
  nearestOf,
}: {
  readonly clauses: readonly GuideClause[];
  readonly nearestOf: (clause: string) => readonly string[];
}) {
  const say = useSay();
  return (
    <section className="mt-6 rounded-xl border border-line bg-card px-5 py-5 sm:px-7">
      <h2 className="font-serif text-lg font-bold">{say(words.idle)}</h2>
      <p className="mb-3 text-sm text-soft">{say(words.idleWhy)}</p>
      <ul>
        {clauses.map((clause) => {
          const next = nextStep({ clause, item: null });
          return (
            <li key={clause.key} className="border-t border-line">
              <details>
                <summary className="flex min-h-11 flex-wrap items-center gap-x-3">
                  <span className="text-sm text-soft">{clause.cite}</span>
                  <span className="font-semibold">{clause.title}</span>
                  {clause.paidAs === 'voucher' && <Badge tone="quiet">{say(words.voucher)}</Badge>}
                </summary>
                <div className="pb-3">
                  <p>{clause.says}</p>
                  <NextSteps says={nearestOf(clause.key).length > 0 ? nearestOf(clause.key) : next ? [say(next)] : []} />
                  <Record clause={clause.key} />
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
