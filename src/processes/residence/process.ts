import { Nothing, ShortReason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { type Check, defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { summaryOf } from '#core/process/summary.ts';
import { tellCounty, tellOwner, tellParty } from '#core/process/tell.ts';
import { entries, Opening, ResidenceData, SiteCheck } from './data.ts';
import { confirmationFaults, daysAfter, daysOf, openingFaults, ownEntry, type ResidenceSight, touchedSupports } from './guards.ts';
import { partyNamed, partyOf, stayNamed } from './party.ts';
import { applicant, atTheCentre, confirmers, inTheCounty, parties } from './people.ts';

type State = 'recorded' | 'confirmed' | 'turned_down' | 'withdrawn';

const event = eventsOf<State, ResidenceData>();

const span = (days: ResidenceData['after']): string => (days === null ? '未曾入驻' : `${days.from}至${days.to ?? '今'}`);
const nameOf = ({ name, entry }: ResidenceData): string => `${name}${entries[entry].zh}`;

const opens = openingOf<ResidenceData>()({
  title: both('登记入驻或迁出', 'Record who moves in or out'),
  clause: '9',
  who: [applicant, { role: 'centre_officer', relation: 'any' }],
  input: Opening,
  asks: ['titleZone', 'residence'],
  accepts: openingFaults,
  create: ({ facts }, input) => {
    const zone = known(facts, 'titleZone');
    const found = known(facts, 'residence');
    const stay = stayNamed(found, input);
    const party = stay ?? partyNamed(found, input);
    if (!zone || !party) throw new Error('an entry was accepted without its zone or party');
    return {
      zone: zone.id,
      zoneName: zone.name,
      operator: zone.operator,
      district: zone.district,
      entry: input.entry,
      member: party.agency === null ? 'enterprise' : 'agency',
      organisation: party.agency ?? found.organisation?.id ?? null,
      name: party.name,
      creditCode: party.creditCode,
      before: stay === undefined ? null : { id: stay.id, from: stay.from, to: stay.to },
      after: daysAfter(input, stay),
      evidence: input.evidence,
      reason: input.reason,
      check: null,
      ended: null,
    };
  },
  belongsTo: ({ operator, district }) => ({ owner: operator, district }),
  effects: (sight) => [
    tellCounty(
      sight,
      'county_reviewer',
      `${nameOf(sight.data)}已登记，请到现场核查并确认`,
      'an entry about a stay waits for your site check',
    ),
  ],
});

/** The papers, the spot, and what was decided before on what was known. */
function checklist(sight: ResidenceSight): readonly Check[] {
  const { evidence, check } = sight.data;
  const source = both('本案', 'This case');
  const touched = touchedSupports(sight);
  const checks: readonly Check[] = [
    {
      clause: '9',
      title: both('证明材料', 'Evidence'),
      status: evidence.length > 0 ? 'met' : 'to_be_judged',
      explains: both(`${evidence.length}份`, `${evidence.length} files`),
      source,
    },
    {
      clause: '9',
      title: both('现场核查', 'Seen on the spot'),
      status: check?.seenOn ? 'met' : 'to_be_judged',
      explains: check?.seenOn ? both(`${check.seenOn}核查`, `Seen on ${check.seenOn}`) : both('还没有核查', 'Not seen yet'),
      source,
    },
  ];
  if (touched.length === 0) return checks;
  const numbers = touched.join('、');
  const explains = both(
    `${numbers}按当时所知作出，不因本次登记改变；认为有误的，另行办理追回`,
    `${numbers} rest on what was known then and stand`,
  );
  return [...checks, { clause: '9', title: both('已作出的支持决定', 'Decisions made before'), status: 'to_be_judged', explains, source }];
}

/** Who sits in a zone and from which day to which: recorded with proof, confirmed by another person, then known (I-08). */
export const residence = defineProcess({
  name: 'residence',
  title: both('入驻与迁出', 'Moving in and out'),
  clause: '9',
  prefix: 'RZ',
  data: ResidenceData,
  readers: [applicant, ...parties, ...inTheCounty, ...atTheCentre],
  opens,
  initial: 'recorded',
  states: {
    recorded: { title: both('待核查确认', 'Recorded, to be confirmed'), awaits: both('区县或市中心', 'the county or the centre') },
    confirmed: { title: both('已确认', 'Confirmed'), isFinal: true },
    turned_down: { title: both('未予确认', 'Turned down'), isFinal: true },
    withdrawn: { title: both('已撤回', 'Withdrawn'), isFinal: true },
  },
  events: {
    confirm: event({
      title: both('核查属实，确认', 'Confirm'),
      clause: '9',
      from: ['recorded'],
      to: 'confirmed',
      who: confirmers,
      input: SiteCheck,
      asks: ['residence'],
      manner: 'next',
      accepts: confirmationFaults,
      apply: ({ data, today }, { seenOn, says }) => ({ ...data, check: { seenOn, says, on: today } }),
      effects: (sight) => {
        const { zone, before, after } = sight.data;
        const zh = `${nameOf(sight.data)}已确认：${span(after)}在${sight.data.zoneName}`;
        const en = `the stay of ${sight.data.name} in ${sight.data.zoneName} is confirmed`;
        return [
          {
            kind: 'keep stay',
            when: 'with',
            stay: { zone, party: partyOf(sight.data), replaces: before?.id ?? null, days: daysOf(after) },
          },
          tellOwner(sight, zh, en),
          tellParty(sight, zh, en),
        ];
      },
    }),
    turn_down: event({
      title: both('不予确认', 'Turn down'),
      clause: '9',
      from: ['recorded'],
      to: 'turned_down',
      who: confirmers,
      input: ShortReason,
      manner: 'grave',
      apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
      effects: (sight, { reason }) => [tellOwner(sight, `${nameOf(sight.data)}未予确认：${reason}`, `the entry is turned down: ${reason}`)],
    }),
    withdraw: event({
      title: both('撤回', 'Withdraw'),
      clause: 'operational',
      from: ['recorded'],
      to: 'withdrawn',
      who: [applicant, { role: 'centre_officer', relation: 'any' }],
      input: Nothing,
      guards: [ownEntry],
    }),
  },
  checklist,
  checklistAsks: ['residence'],
  counterparty: (data) => data.organisation,
  summary: summaryOf<ResidenceData>()(['zoneName', 'name', 'entry', 'after'], ({ zoneName, name, entry, after }) =>
    both(`${zoneName} ${name}${entries[entry].zh}（${span(after)}）`, `${zoneName}: ${name}, ${entries[entry].en.toLowerCase()}`),
  ),
});
