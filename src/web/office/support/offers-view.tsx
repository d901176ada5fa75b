import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { Moved } from '#contract/cases.ts';
import type { Bar, OfferView } from '#contract/money.ts';
import { api } from '../../api/client.ts';
import { Answer } from '../../api/answer.tsx';
import { ProblemView } from '../../api/problem-view.tsx';
import { dataOf } from '../../api/query.ts';
import { useCommand } from '../../api/use-command.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { factsQuery } from '../facts/query.ts';
import { Money } from './money.tsx';
import { factLacking, factsAddress, kindOfClause, offerStanding } from './offers.ts';
import { words } from './words.ts';
import { useZoneNames } from './zone-names.tsx';

const offersQuery = (year: number) => ({
  queryKey: ['offers', year],
  queryFn: () => dataOf(api.call('listOffers', { query: { year } })),
});

/** What a new claim changes; the computation itself stays as it is, and is costly to ask for again. */
const touched = new Set(['offers', 'cases', 'duties']);

type Props = { readonly offer: OfferView; readonly year: number };
type ClaimProps = Props & { readonly isBarred: boolean };

/** Documents that are missing, each with the way to the fact that lacks it. */
function Missing({ offer, year }: Props) {
  const say = useSay();
  const kind = kindOfClause(offer.clause);
  const facts = useInfiniteQuery({ ...factsQuery({ year, ...(kind ? { kind } : {}) }), enabled: offer.missing.length > 0 });
  if (offer.missing.length === 0) return null;
  const rows = facts.data?.pages.flatMap((page) => page.rows) ?? [];
  const list = factsAddress(paths.facts, offer.clause, year);
  return (
    <div className="mt-2">
      <p className="text-gold">{say(words.lacking)}</p>
      <ul className="mt-0.5 grid gap-0.5 text-[0.9375rem]">
        {offer.missing.map((one) => {
          const id = factLacking(one, rows);
          return (
            <li key={one} className="wrap-anywhere">
              {one}{' '}
              <Link
                href={id ? paths.fact(id) : list}
                className="link inline-flex min-h-6 items-center whitespace-nowrap"
                aria-label={`${say(words.handIn)}：${one}`}
              >
                {say(words.handIn)}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Opens the claim and goes to it; or the way to the claim there is. */
function Claim({ offer, year, isBarred }: ClaimProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { run, isBusy, problem } = useCommand<Moved>();
  const open = async () => {
    const result = await run((key) => api.open('claim', { year, clause: offer.clause }, key));
    if (!result.ok) return;
    go(paths.case('claim', result.data.id));
    void queries.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) });
  };
  const { claim } = offer;
  const standing = offerStanding(offer);
  return (
    <div className="mt-3 grid gap-3">
      {problem && <ProblemView problem={problem} />}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {standing !== 'claimed' && !isBarred && (
          <Button kind="primary" isBusy={isBusy} onClick={() => void open()} aria-label={`${say(words.claim)}：${offer.title}`}>
            {say(standing === 'again' ? words.claimAgain : words.claim)}
          </Button>
        )}
        {claim && (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={standing === 'again' ? 'quiet' : 'gold'}>{claim.stateTitle}</Badge>
            <Link href={paths.case('claim', claim.id)} className="link inline-flex min-h-6 items-center">
              {say(words.toClaim(claim.number))}
            </Link>
          </span>
        )}
        {standing !== 'claimed' && !isBarred && offer.missing.length > 0 && (
          <span className="text-sm text-soft">{say(words.lackingNext)}</span>
        )}
      </p>
    </div>
  );
}

function OfferRow({ offer, year, isBarred }: ClaimProps) {
  const say = useSay();
  const named = useZoneNames();
  const isOpen = offerStanding(offer) !== 'claimed';
  return (
    <li className="border-b border-line px-5 py-5 last:border-0 sm:px-7">
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_11rem]">
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <b className="font-serif text-lg">{offer.title}</b>
            {offer.paidAs === 'voucher' && <Badge tone="quiet">{say(words.voucher)}</Badge>}
          </p>
          {isOpen && <p className="mt-1.5 wrap-anywhere">{named(offer.says)}</p>}
          {isOpen && offer.waits && <p className="mt-1.5 wrap-anywhere text-gold">{offer.waits}</p>}
          {isOpen && <Missing offer={offer} year={year} />}
        </div>
        {offer.yuan > 0 && (
          <div className="md:text-right">
            <span className="text-sm text-soft">{say(words.upTo)} </span>
            <Money yuan={offer.yuan} />
          </div>
        )}
      </div>
      <Claim offer={offer} year={year} isBarred={isBarred} />
    </li>
  );
}

/** Until when nothing can be claimed, and by which decision; said before anybody tries. */
function BarNotice({ bar }: { readonly bar: Bar }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <div className="px-5 pt-5 sm:px-7">
      <Notice tone="bad">
        <p className="font-semibold">{say(words.barred(dayText(bar.until, language)))}</p>
        <p>{say(words.barredBy(bar.documentNumber, bar.number))}</p>
      </Notice>
    </div>
  );
}

function NoOffers() {
  const say = useSay();
  return (
    <div className="px-5 py-5 sm:px-7">
      <p>{say(words.noOffers)}</p>
      <p className="mt-3">
        <Link href={paths.addFact} className={buttonClass('plain')}>
          <Icon name="plus" size={16} />
          {say(words.addFact)}
        </Link>
      </p>
    </div>
  );
}

/** What can be claimed comes first; what was claimed already stands apart with the way to its claim. */
function OfferGroups({ offers, ...rest }: Omit<ClaimProps, 'offer'> & { readonly offers: readonly OfferView[] }) {
  const say = useSay();
  const open = offers.filter((offer) => offerStanding(offer) !== 'claimed');
  const claimed = offers.filter((offer) => offerStanding(offer) === 'claimed');
  const list = (rows: readonly OfferView[]) => (
    <ul>
      {rows.map((offer) => (
        <OfferRow key={offer.clause} offer={offer} {...rest} />
      ))}
    </ul>
  );
  return (
    <>
      {open.length > 0 ? list(open) : <p className="px-5 py-5 sm:px-7">{say(words.nothingOpen)}</p>}
      {claimed.length > 0 && (
        <>
          <h3 className="border-t border-line bg-sand px-5 py-2.5 font-semibold sm:px-7">{say(words.claimedAlready)}</h3>
          {list(claimed)}
        </>
      )}
    </>
  );
}

/** What the agency has earned this year and may confirm and receive, each with its claim if there is one. */
export function Offers({ year }: { readonly year: number }) {
  const say = useSay();
  const offers = useQuery(offersQuery(year));
  return (
    <section aria-labelledby="offers" className="mb-6 rounded-xl border-2 border-teal bg-card">
      <header className="border-b border-line px-5 py-4 sm:px-7">
        <h2 id="offers" className="font-serif text-lg font-bold">
          {say(words.offers)}
        </h2>
        <p className="text-sm text-soft">{say(words.offersLead)}</p>
      </header>
      <Answer query={offers} lines={3}>
        {({ rows, bar }) => (
          <>
            {bar && <BarNotice bar={bar} />}
            {rows.length === 0 ? <NoOffers /> : <OfferGroups offers={rows} year={year} isBarred={bar !== null} />}
          </>
        )}
      </Answer>
    </section>
  );
}
