import { addDays, businessDate, yearOf, type BusinessDate } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Guard, Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { Days, Party, ResidenceFact, Stay } from '#core/process/residence-facts.ts';
import type { Opening, ResidenceData, SiteCheck } from './data.ts';
import { isSameParty, partyNamed, partyOf, stayNamed } from './party.ts';

export type ResidenceSight = Sight<ResidenceData>;

const fault = (code: string, field: string, zh: string, en: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '9', field, says: both(zh, en) },
];

/** Days that come after `today`. */
const isFuture = (day: string | null, today: BusinessDate): boolean => day !== null && day > today;

const overlap = (one: Days, other: Days): boolean =>
  (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);

/** The stay as the entry would have it; null for one that never was. */
export function daysAfter({ entry, from, to }: Opening, stay: Stay | undefined): Days | null {
  if (entry === 'strike') return null;
  const first = entry === 'move_out' && stay ? stay.from : businessDate(from ?? '');
  return { from: first, to: to === null ? null : businessDate(to) };
}

/** The words of the entry by themselves: the days it needs, none of them in the future. */
function dayFaults({ entry, from, to }: Opening, today: BusinessDate): readonly Refusal[] {
  if (entry === 'strike') return [];
  if (entry === 'move_out' && to === null) return fault('day_missing', 'to', '请填写迁出日期', 'Give the last day inside');
  if (entry !== 'move_out' && from === null) return fault('day_missing', 'from', '请填写入驻日期', 'Give the day of the move in');
  if (isFuture(entry === 'move_out' ? null : from, today))
    return fault('future_day', 'from', '入驻日期不能是将来；实际入驻以后再登记', 'A move in is recorded once it has happened');
  if (isFuture(to, today))
    return fault('future_day', 'to', '迁出日期不能是将来；实际迁出以后再登记', 'A move out is recorded once it has happened');
  return [];
}

/** A building unit proves what it says; the centre has seen the papers itself. */
function proofFaults({ actor }: Sight<null>, { entry, evidence }: Opening): readonly Refusal[] {
  if (actor.role !== 'applicant') return [];
  if (evidence.length === 0) return fault('proof_missing', 'evidence', '请上传证明材料', 'Upload the evidence');
  const proves = evidence.some((one) => one.proves === 'licence' || one.proves === 'lease');
  return proves || entry === 'move_out' || entry === 'strike'
    ? []
    : fault('proof_missing', 'evidence', '入驻须有营业执照或租赁合同（产权证明）', 'A move in is proved by licence or lease');
}

type Found = { readonly stay: Stay | undefined; readonly party: Party | null; readonly residence: ResidenceFact };

/** An enterprise is named by code and name, an agency is registered here. */
function partyFaults(party: Party | null, { member, creditCode }: Opening): readonly Refusal[] {
  if (party !== null) return [];
  if (member === 'enterprise') {
    const field = creditCode === null ? 'creditCode' : 'name';
    return fault('party_missing', field, '请填写企业的统一社会信用代码和名称', 'Give code and name of the enterprise');
  }
  return fault('no_such_agency', 'creditCode', '没有使用这个信用代码的服务机构，请核对，或请市中心先登记该机构', 'No agency has this code');
}

/** The entry names who moves in, or a stay that is there and can go that way. */
function nameFaults({ stay, party }: Found, input: Opening): readonly Refusal[] {
  if (input.entry === 'move_in') return partyFaults(party, input);
  if (!stay) return fault('no_such_stay', 'stay', '没有这条入驻记录，请刷新后再选', 'There is no such stay');
  return input.entry === 'move_out' && stay.to !== null
    ? fault(
        'already_out',
        'stay',
        `已登记于${stay.to}迁出；日期有误的，请办理更正`,
        `It moved out on ${stay.to}; correct that if it is wrong`,
      )
    : [];
}

/** The days it would have from now on fit the register. */
function changeFaults({ stay, party, residence }: Found, input: Opening): readonly Refusal[] {
  const after = daysAfter(input, stay);
  if (after === null) return [];
  if (after.to !== null && after.to < after.from)
    return fault('days_reversed', 'to', '迁出日期早于入驻日期', 'It can not leave before it came');
  if (stay === undefined) return party === null ? [] : overlapFaults(residence.stays, { party, except: null, after });
  return stay.from === after.from && stay.to === after.to
    ? fault('nothing_changed', 'from', '与现有记载相同，无须更正', 'This is what is on record already')
    : overlapFaults(residence.stays, { party: stay, except: stay.id, after });
}

type Placed = { readonly party: Party; readonly except: string | null; readonly after: Days };

/** Everybody is once at a time in a zone. */
function overlapFaults(stays: readonly Stay[], { party, except, after }: Placed): readonly Refusal[] {
  const other = stays.find((one) => isSameParty(one, party) && one.id !== except && overlap(one, after));
  if (!other) return [];
  const span = `${other.from}至${other.to ?? '今'}`;
  return fault(
    'stays_overlap',
    'from',
    `${party.name}${span}已在本示范区，不能重叠`,
    `It was inside from ${other.from} to ${other.to ?? 'now'}; stays do not overlap`,
  );
}

/** Whose zone it is: a zone of others is answered as one that is not there. */
function zoneFaults({ facts, actor }: Sight<null>): readonly Refusal[] {
  const zone = known(facts, 'titleZone');
  const isOwn = zone !== null && (actor.role !== 'applicant' || zone.operator === actor.organisation);
  return isOwn ? [] : fault('no_such_zone', 'zone', '没有这个示范区，或不归本单位建设', 'There is no such zone of yours');
}

/** Why this can not be put on record. */
export function openingFaults(sight: Sight<null>, input: Opening): readonly Refusal[] {
  const residence = known(sight.facts, 'residence');
  const found = { residence, stay: stayNamed(residence, input), party: partyNamed(residence, input) };
  const needsReason = input.entry === 'correct' || input.entry === 'strike';
  const steps = [
    () => zoneFaults(sight),
    () => dayFaults(input, sight.today),
    () => nameFaults(found, input),
    () => changeFaults(found, input),
    () => (needsReason && input.reason.length < 5 ? fault('reason_missing', 'reason', '请写明理由（至少5个字）', 'Say why') : []),
    () => proofFaults(sight, input),
  ];
  return steps.reduce<readonly Refusal[]>((faults, next) => (faults.length > 0 ? faults : next()), []);
}

/** A stretch of days as the case keeps it. */
export const daysOf = (kept: ResidenceData['after']): Days | null =>
  kept && { from: businessDate(kept.from), to: kept.to === null ? null : businessDate(kept.to) };

/** The register has moved on since the entry was recorded. */
function movedOnFaults(data: ResidenceData, stays: readonly Stay[]): readonly Refusal[] {
  const except = data.before === null ? null : data.before.id;
  if (except !== null && !stays.some(({ id }) => id === except)) return movedOn;
  const days = daysOf(data.after);
  return days === null ? [] : overlapFaults(stays, { party: partyOf(data), except, after: days });
}

/** What is known to be inside has to be seen there: by then, and not in the future. */
function spotFaults({ entry, after }: ResidenceData, seenOn: string | null, today: BusinessDate): readonly Refusal[] {
  if (isFuture(seenOn, today)) return fault('future_day', 'seenOn', '核查日期不能是将来', 'The spot was seen already');
  if (entry !== 'move_in' && entry !== 'correct') return [];
  if (seenOn === null) return fault('not_seen', 'seenOn', '请先到现场核查，填写核查日期', 'See the spot first and say when');
  return after !== null && seenOn < after.from
    ? fault('seen_too_early', 'seenOn', `核查日期早于入驻日期${after.from}`, `Seen before it moved in on ${after.from}`)
    : [];
}

/** Why it can not be confirmed. */
export function confirmationFaults({ data, facts, today }: ResidenceSight, { seenOn }: SiteCheck): readonly Refusal[] {
  const stale = movedOnFaults(data, known(facts, 'residence').stays);
  return stale.length > 0 ? stale : spotFaults(data, seenOn, today);
}

const movedOn = fault(
  'register_moved_on',
  'stay',
  '登记以后这条记录又有变更，请退回，由登记人重新办理',
  'The stay was changed meanwhile; turn it down and have it recorded anew',
);

/** The unit withdraws what stands in its name, an officer what the same person recorded; what others recorded is turned down. */
export const ownEntry: Guard<ResidenceData> = {
  code: 'not_your_entry',
  clause: 'operational',
  says: both('不是本人登记的，不能撤回；有误的请不予确认', 'You did not record it; turn it down instead'),
  met: ({ actor, kase }) => actor.role === 'applicant' || (actor.person !== null && kase.openedBy === actor.person),
};

type Kept = ResidenceData['after'];
const never = '9999-12-30';
const firstOf = (kept: Kept): string => (kept === null ? never : kept.from);
const lastOf = (kept: Kept): string => kept?.to ?? never;
const earlier = (one: string, other: string): BusinessDate => businessDate(one < other ? one : other);

/** First day for which the entry changes what was known. */
function changedFrom({ before, after }: ResidenceData): BusinessDate {
  if (firstOf(before) !== firstOf(after)) return earlier(firstOf(before), firstOf(after));
  return addDays(earlier(lastOf(before), lastOf(after)), 1);
}

/** Decisions of the years it touches that were made on what was known before; they stand, and the record shows them. */
export function touchedSupports({ data, facts }: ResidenceSight): readonly string[] {
  const from = yearOf(changedFrom(data));
  return known(facts, 'residence')
    .supports.filter(
      ({ agency, year, decidedOn }) => agency === data.organisation && year >= from && (data.check === null || decidedOn <= data.check.on),
    )
    .map(({ number }) => number);
}
