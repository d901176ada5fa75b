import { z } from 'zod';
import { attachment, choice, creditCode, day, field, line } from '#core/form/fields.ts';
import { Nothing } from '#core/form/inputs.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { LicenceFact } from '#core/process/licence-facts.ts';
import { summaryOf } from '#core/process/summary.ts';
import { tellParty } from '#core/process/tell.ts';
import { anybodyIn, decider, drafted, drafter, drop, dropped } from '#core/process/two-persons.ts';

const entries = {
  granted: both('取得专利代理资质', 'Qualification granted'),
  ended: both('资质撤销或注销', 'Qualification revoked or withdrawn'),
  listed: both('列入经营异常名录', 'Put on the list of abnormal operation'),
  delisted: both('移出经营异常名录', 'Taken off the list'),
} as const;

const Entry = z.object({
  entry: field(choice(entries), both('登记事项', 'What is recorded'), { clause: '9' }),
  creditCode: field(creditCode(), both('机构的统一社会信用代码', 'Credit code of the agency')),
  on: field(day(), both('起始日期', 'From'), {
    help: both('取得、撤销、列入或移出生效之日，不能是将来', 'Day from which it holds, not in the future'),
  }),
  licenceNumber: field(z.string().trim().max(60, '最多60个字').default(''), both('执业许可证号', 'Licence no.'), {
    help: both('取得资质时填写', 'For a qualification granted'),
  }),
  documentNumber: field(line(80), both('依据（文号或公告）', 'Document or notice')),
  attachment: field(attachment(), both('证明文件', 'File'), { widget: 'attachment', accepts: ['.pdf', '.jpg', '.png'] }),
});
type Entry = z.infer<typeof Entry>;

const LicenceData = Entry.extend({ agency: z.string(), name: z.string() });
type LicenceData = z.infer<typeof LicenceData>;
type State = 'drafted' | 'in_force' | 'dropped';

const event = eventsOf<State, LicenceData>();

const fault = (code: string, name: string, zh: string, en: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '9', field: name, says: both(zh, en) },
];

/** Whether an entry finds the register as it has to be: nothing there yet, or something that can end. */
const fits: Readonly<Record<Entry['entry'], (found: LicenceFact, on: string) => boolean>> = {
  granted: ({ qualifications }, on) => qualifications.every(({ to }) => to !== null && to < on),
  ended: ({ qualifications }, on) => qualifications.some(({ from, to }) => from < on && (to === null || to >= on)),
  listed: ({ listings }, on) => listings.every(({ to }) => to !== null && to < on),
  delisted: ({ listings }, on) => listings.some(({ from, to }) => from < on && to === null),
};

const unfit: Readonly<Record<Entry['entry'], readonly [zh: string, en: string]>> = {
  granted: ['该机构这一天已有资质在册；先登记其撤销或注销', 'A qualification of that day is on record; record its end first'],
  ended: ['该机构这一天之前没有在册的资质', 'No qualification is on record before that day'],
  listed: ['该机构这一天已在经营异常名录', 'It is on the list already that day'],
  delisted: ['该机构这一天之前不在经营异常名录', 'It is not on the list before that day'],
};

type Told = Pick<Entry, 'entry' | 'on' | 'licenceNumber'>;

/** Why it can not be put on record. */
function faults(found: LicenceFact, { entry, on, licenceNumber }: Told, today: BusinessDate): readonly Refusal[] {
  if (found.agency === null) return fault('no_such_agency', 'creditCode', '没有使用这个信用代码的服务机构', 'No agency has this code');
  if (on > today) return fault('future_day', 'on', '生效以后再登记', 'It is recorded once it holds');
  if (entry === 'granted' && licenceNumber === '') return fault('number_missing', 'licenceNumber', '请填写执业许可证号', 'Give the number');
  return fits[entry](found, on) ? [] : fault('does_not_fit', 'on', ...unfit[entry]);
}

/** An agency's qualification, its end, and the list of abnormal operation: one officer enters it, an approver puts it in force (I-09). */
export const licence = defineProcess({
  name: 'licence',
  title: both('专利代理资质', 'Patent-agency qualification'),
  clause: '9',
  prefix: 'ZL',
  data: LicenceData,
  readers: [...anybodyIn('centre_officer', 'centre_approver', 'auditor'), { role: 'agency', relation: 'counterparty' }],
  opens: openingOf<LicenceData>()({
    title: both('登记专利代理资质', 'Record a qualification'),
    clause: '9',
    who: [drafter],
    input: Entry,
    asks: ['licence'],
    accepts: ({ facts, today }, input) => faults(known(facts, 'licence'), input, today),
    create: ({ facts }, input) => {
      const { agency } = known(facts, 'licence');
      if (!agency) throw new Error('an entry was accepted without its agency');
      return { ...input, agency: agency.id, name: agency.name };
    },
  }),
  initial: 'drafted',
  states: {
    drafted: drafted(),
    in_force: { title: both('已生效', 'In force'), isFinal: true },
    dropped,
  },
  events: {
    put_in_force: event({
      title: both('审定生效', 'Put in force'),
      clause: '9',
      from: ['drafted'],
      to: 'in_force',
      who: [decider],
      input: Nothing,
      asks: ['licence'],
      manner: 'next',
      accepts: ({ facts, data, today }) => faults(known(facts, 'licence'), data, today),
      effects: (sight) => {
        const { agency, entry, on, licenceNumber } = sight.data;
        return [
          { kind: 'keep licence', when: 'with', licence: { agency, entry, licenceNumber: licenceNumber || null, on } },
          tellParty(sight, `${entries[entry].zh}，自${on}起`, `${entries[entry].en}, from ${on}`),
        ];
      },
    }),
    drop,
  },
  counterparty: ({ agency }) => agency,
  summary: summaryOf<LicenceData>()(['name', 'entry', 'on'], ({ name, entry, on }) =>
    both(`${name} ${entries[entry].zh}（${on}起）`, `${name}: ${entries[entry].en.toLowerCase()} (from ${on})`),
  ),
});
