import { z } from 'zod';
import { field, line } from '#core/form/fields.ts';
import { yearOf } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { defineProcess, eventsOf, openingOf, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { BonusFact } from '#core/process/merit-facts.ts';
import { anybodyIn, decider, drafted, drafter, drop, dropped } from '#core/process/two-persons.ts';
import { summaryOf } from '#core/process/summary.ts';

const Row = z.object({
  district: z.string(),
  zones: z.array(z.object({ zone: z.string(), number: z.string(), name: z.string(), grade: z.string().nullable() })),
  points: z.int(),
});

const BonusData = z.object({
  year: z.int(),
  version: z.int(),
  reason: z.string(),
  rule: z.string(),
  points: z.object({ excellent: z.int(), other: z.int(), maximum: z.int() }),
  rows: z.array(Row),
  /** SHA-256 of the list, hexadecimal. */
  hash: z.string(),
  documentNumber: z.string().nullable(),
});
type BonusData = z.infer<typeof BonusData>;
type State = 'drafted' | 'confirmed' | 'dropped';

const Opening = z.object({
  year: field(z.int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚'), both('年度', 'Year')),
  reason: field(z.string().trim().max(1000, '最多1000个字'), both('更正的理由', 'Reason of a correction'), {
    widget: 'paragraph',
    help: both('该年度已有名单的必须写明', 'Needed where the year has a list already'),
  }),
});

const event = eventsOf<State, BonusData>();

const refuse = (code: string, zh: string, en: string, more: Partial<Refusal> = {}): readonly Refusal[] => [
  { kind: 'guard', code, clause: '15.1', field: 'year', says: both(zh, en), ...more },
];

/** Why the list of this year can not be made now. */
export function bonusFaults(
  { undecided, draft }: Pick<BonusFact, 'undecided' | 'draft'>,
  year: number,
  today: Sight<null>['today'],
): readonly Refusal[] {
  if (year >= yearOf(today))
    return refuse('year_not_over', `${year}年度还没有结束，12月31日以后才能拟定名单`, `The year ${year} is not over yet`);
  if (undecided.length > 0)
    return refuse(
      'recognitions_undecided',
      `${year}年度还有${undecided.length}个示范区的认定没有结果：${undecided.join('、')}`,
      `${undecided.length} zones have no result of ${year} yet: ${undecided.join(', ')}`,
    );
  return draft === null
    ? []
    : refuse('already_drafted', `${draft}正在办理该年度的名单`, `${draft} is about this year already`, { kind: 'conflict' });
}

function openingFaults({ facts, today }: Sight<null>, { year, reason }: z.infer<typeof Opening>): readonly Refusal[] {
  const bonus = known(facts, 'districtBonus');
  const faults = bonusFaults(bonus, year, today);
  if (faults.length > 0 || bonus.confirmed === null) return faults;
  if (bonus.confirmed.hash === bonus.hash)
    return refuse(
      'nothing_changed',
      `与第${bonus.confirmed.version}版名单相同，无须更正`,
      `It is the same as version ${bonus.confirmed.version}`,
    );
  return reason.length >= 5
    ? []
    : refuse('reason_missing', '更正名单须写明理由（不少于5个字）', 'A correction needs its reason', { field: 'reason' });
}

/** The yearly list of districts that earn extra points (row 15.1): one prepares it, another confirms; a later change makes a new version. */
export const bonus = defineProcess({
  name: 'bonus',
  title: both('区县加分名单', 'District bonus list'),
  clause: '15.1',
  prefix: 'JF',
  data: BonusData,
  readers: anybodyIn('centre_officer', 'centre_approver', 'auditor'),
  opens: openingOf<BonusData>()({
    title: both('拟定加分名单', 'Prepare the list'),
    clause: '15.1',
    who: [drafter],
    input: Opening,
    asks: ['districtBonus'],
    accepts: openingFaults,
    create: ({ facts }, { year, reason }) => {
      const { rule, points, rows, hash, confirmed } = known(facts, 'districtBonus');
      return {
        year,
        version: (confirmed?.version ?? 0) + 1,
        reason,
        rule,
        points: { ...points },
        rows: rows.map((row) => ({ ...row, zones: row.zones.map((zone) => ({ ...zone })) })),
        hash,
        documentNumber: null,
      };
    },
  }),
  initial: 'drafted',
  states: {
    drafted: drafted(),
    confirmed: { title: both('已审定', 'Confirmed'), isFinal: true },
    dropped,
  },
  events: {
    confirm: event({
      title: both('审定名单', 'Confirm the list'),
      clause: '15.1',
      from: ['drafted'],
      to: 'confirmed',
      who: [decider],
      input: z.object({ documentNumber: field(line(80), both('报送文号', 'Document no.')) }),
      asks: ['districtBonus'],
      guards: [
        {
          code: 'list_moved',
          clause: '15.1',
          asks: ['districtBonus'],
          says: both(
            '拟定以后依据的事实或口径有变化；请作废后重新拟定',
            'What the list rests on has changed since; drop it and prepare it anew',
          ),
          met: ({ facts, data }) => {
            const now = known(facts, 'districtBonus');
            return now.hash === data.hash && (now.confirmed?.version ?? 0) === data.version - 1;
          },
        },
      ],
      manner: 'next',
      apply: ({ data }, { documentNumber }) => ({ ...data, documentNumber }),
      effects: ({ kase, data }, { documentNumber }) => [
        {
          kind: 'record bonus list',
          when: 'with',
          list: { ...data, documentNumber, preparedBy: kase.openedBy ?? '' },
        },
        ...data.rows.map(
          ({ district, points, zones }) =>
            ({
              kind: 'notify',
              when: 'after',
              recipient: { to: 'role', role: 'county_approver', district },
              says: both(
                `${data.year}年度示范区建设加分名单已报送：本区县${zones.length}个示范区，${points}分`,
                `The bonus list of ${data.year}: ${zones.length} zones, ${points} points`,
              ),
            }) as const,
        ),
      ],
    }),
    drop,
  },
  summary: summaryOf<BonusData>()(['year', 'version', 'rows'], ({ year, version, rows }) =>
    both(
      `${year}年度区县加分名单（第${version}版，${rows.length}个区县）`,
      `Extra points of ${year} (version ${version}, ${rows.length} districts)`,
    ),
  ),
});
