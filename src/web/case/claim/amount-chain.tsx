import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { conclusionInEnglish } from '#processes/claim/screens.tsx';
import { useSigned } from '../../session/session.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { shareText } from '../../ui/money.ts';
import { paths } from '../../paths.ts';
import { doneBy } from '../done-by.ts';
import { type Chain, chainOf, type ClaimParts, type Earned, isOpen, itemOf, partsOf } from './data.ts';
import { budgetQuery } from './queries.ts';
import { words } from './words.ts';

const seesBudget = new Set(['centre_officer', 'centre_approver', 'auditor', 'finance']);

/** The published share of the claim's line; undefined while unknown, or for readers who do not see the budget. */
function useRate({ year, clause }: ClaimParts): number | null | undefined {
  const { office } = useSigned();
  const isAsked = seesBudget.has(office.role) && year !== undefined && clause !== undefined;
  const budget = useQuery({ ...budgetQuery(year ?? 0), enabled: isAsked });
  if (!budget.data || clause === undefined) return undefined;
  return budget.data.lines.find(({ item }) => item === itemOf(clause))?.rate ?? null;
}

/** The chain of a case's amounts as its reader may know it. */
export function useChain(parts: ClaimParts): Chain {
  return chainOf(parts, useRate(parts));
}

type StepProps = {
  readonly title: string;
  readonly from?: ReactNode;
  readonly isReached: boolean;
  readonly isLast?: boolean;
  readonly children: ReactNode;
};

function Step({ title, from, isReached, isLast = false, children }: StepProps) {
  return (
    <li
      className={`relative grid gap-x-6 pl-7 sm:grid-cols-[minmax(0,1fr)_auto] ${isLast ? '' : 'pb-4 after:absolute after:top-6 after:bottom-0 after:left-[0.4rem] after:border-l after:border-line'}`}
    >
      <span
        aria-hidden="true"
        className={`absolute top-1.5 left-0 size-3.5 rounded-full border-2 ${isReached ? 'border-teal bg-teal' : 'border-line bg-card'}`}
      />
      <div className="min-w-0">
        <p className={isReached ? 'font-semibold' : 'text-soft'}>{title}</p>
        {from && <p className="text-sm text-soft">{from}</p>}
      </div>
      <p className="sm:text-right">{children}</p>
    </li>
  );
}

function Figure({ fen, instead, isBig = false }: { readonly fen: number | null; readonly instead: string; readonly isBig?: boolean }) {
  return fen === null ? <span className="text-sm text-soft">{instead}</span> : <Amount fen={fen} isBig={isBig} />;
}

function Rate({ chain }: { readonly chain: Chain }) {
  const say = useSay();
  return <>{chain.isFixed || chain.rate === null ? say(words.rateNone) : shareText(chain.rate)}</>;
}

const rateWhy = ({ isFixed, rate }: Chain) => (isFixed ? words.rateFixed : rate === null ? words.rateWhy : words.ratePublished);

/** The reason an amount is below what was computed, with its share. */
function Below({ parts }: { readonly parts: ClaimParts }) {
  const say = useSay();
  const { proposal } = parts;
  if (!proposal || proposal.reason === null) return null;
  const share = shareText(Math.floor((proposal.amountFen * 10_000) / proposal.computedFen));
  return (
    <span className="block text-ink">
      {say(words.below(share))}
      {proposal.reason}
    </span>
  );
}

/** Ceiling, share, computed, proposed, decided: each figure with where it comes from. */
export function ChainSteps({ view, chain }: { readonly view: CaseView; readonly chain: Chain }) {
  const say = useSay();
  const language = useLanguage();
  const parts = partsOf(view);
  const { decision, proposal, entries = [] } = parts;
  const later = say(view.hidden.includes('proposal') ? words.afterDecision : words.notYet);
  const decider = doneBy(view, 'determine_payment', 'issue_voucher');
  return (
    <ol>
      <Step
        title={say(words.ceiling)}
        from={say(proposal ? words.frozen : words.ceilingFrom(entries.length))}
        isReached={chain.ceilingFen !== null}
      >
        <Figure fen={chain.ceilingFen} instead={isOpen(parts.earned) ? say(words.open) : later} />
      </Step>
      <Step title={say(words.rate)} from={say(rateWhy(chain))} isReached={chain.computedFen !== null}>
        {chain.computedFen === null ? <span className="text-sm text-soft">{later}</span> : <Rate chain={chain} />}
      </Step>
      <Step title={say(words.computed)} from={say(words.computedWhy)} isReached={chain.computedFen !== null}>
        <Figure fen={chain.computedFen} instead={later} />
      </Step>
      <Step
        title={say(words.proposed)}
        from={
          <>
            {doneBy(view, 'propose')}
            <Below parts={parts} />
          </>
        }
        isReached={chain.proposedFen !== null}
      >
        <Figure fen={chain.proposedFen} instead={later} />
      </Step>
      <Step
        title={say(words.decided)}
        from={decision ? [decider, dayText(decision.on, language)].filter(Boolean).join(' · ') : undefined}
        isReached={decision !== null && decision !== undefined}
        isLast
      >
        <Figure fen={chain.decidedFen} instead={say(words.notYet)} isBig />
        {decision?.validTo && (
          <span className="block text-sm text-soft">{say(words.voucherUntil(dayText(decision.validTo, language)))}</span>
        )}
      </Step>
    </ol>
  );
}

const readsReadings = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** Open questions of the plan by their number; for those who may read it, with the way to each. */
function Readings({ names }: { readonly names: readonly string[] }) {
  const { office } = useSigned();
  const isLinked = readsReadings.has(office.role);
  return names.map((name, index) => {
    const [number, key] = name.split(' ');
    return (
      <span key={name}>
        {index > 0 && '、'}
        {isLinked && key ? (
          <Link href={`${paths.readings}#${key}`} className="link">
            {number}
          </Link>
        ) : (
          number
        )}
      </span>
    );
  });
}

/** A claim is filed on what the rules give, so that only its code can say otherwise. */
const saidInEnglish = (clause: string, { code, paidAs, ceilingFen, isFixed }: Earned): string => {
  const eligible = code === 'UNKNOWN' ? null : code.startsWith('OK');
  return conclusionInEnglish({ clause, code, eligible, kind: paidAs, ceilingYuan: ceilingFen / 100, isFixed });
};

/** How the amount came about, from the engine's ceiling to the decision. */
export function AmountCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const parts = partsOf(view);
  const chain = useChain(parts);
  const { earned } = parts;
  if (!earned) return null;
  return (
    <Card
      id="amount"
      title={say(words.amount)}
      aside={<span className="text-sm text-soft">{say(earned.paidAs === 'voucher' ? words.asVoucher : words.asCash)}</span>}
    >
      <p className="mb-4">
        <span className="text-sm text-soft">{say(words.result)} </span>
        {language === 'zh' ? earned.says : saidInEnglish(parts.clause ?? '', earned)}
        {earned.zone && <span className="block text-sm text-soft">{say(words.zone(earned.zone.name))}</span>}
        {earned.unconfirmed.length > 0 && (
          <span className="block text-sm text-gold">
            {say(words.unconfirmed)} <Readings names={earned.unconfirmed} />
          </span>
        )}
      </p>
      <ChainSteps view={view} chain={chain} />
    </Card>
  );
}
