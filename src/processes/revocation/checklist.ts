import { both } from '#core/kernel/words.ts';
import type { Check } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { SupportLine } from '#core/process/title-facts.ts';
import type { RevocationSight } from './guards.ts';
import { grounds, ways } from './names.ts';

const record = both('本案', 'This case');

function groundCheck({ data }: RevocationSight): Check {
  const rests = data.basisNumber === null ? both('', '') : both(`（${data.basisNumber}）`, ` (${data.basisNumber})`);
  return {
    clause: '14.3d',
    title: both('事由', 'Ground'),
    status: 'met',
    source: record,
    explains: both(`${grounds[data.ground].zh}${rests.zh}`, `${grounds[data.ground].en}${rests.en}`),
  };
}

function heardCheck({ data }: RevocationSight): Check {
  const title = both('听取陈述、申辩', 'Right to be heard');
  const { heard, hearingUntil } = data;
  if (heard !== null) return { clause: '14.3d', title, status: 'met', source: record, explains: ways[heard] };
  const explains = hearingUntil === null ? both('尚未告知', 'Not told yet') : both(`截止${hearingUntil}`, `Until ${hearingUntil}`);
  return { clause: '14.3d', title, status: 'not_met', source: record, explains };
}

const sum = (lines: readonly SupportLine[]) =>
  `${(lines.reduce((total, { amount }) => total + amount, 0) / 100).toLocaleString('en-US')}元`;
const listed = (lines: readonly SupportLine[]) => {
  const shown = lines.slice(0, 10).map(({ number }) => number);
  return lines.length > 10 ? `${shown.join('、')}等` : shown.join('、');
};

/** After a deceit the centre sees what was granted on the strength of the title; nothing is taken back by itself (I-47). */
function supportCheck({ data, facts, actor }: RevocationSight): readonly Check[] {
  const isCentre = actor.role === 'centre_officer' || actor.role === 'centre_approver' || actor.role === 'auditor';
  if (!isCentre || data.ground !== 'deceit') return [];
  const { unpaid, paid, vouchers } = known(facts, 'zoneSupport');
  const line = (title: Check['title'], lines: readonly SupportLine[], says: string): readonly Check[] =>
    lines.length === 0
      ? []
      : [
          {
            clause: '14.3d',
            title,
            status: 'to_be_judged',
            source: both('兑付记录', 'The payments'),
            explains: both(`${lines.length}件${sum(lines)}，${says}：${listed(lines)}`, `${lines.length}, ${sum(lines)}: ${listed(lines)}`),
          },
        ];
  return [
    ...line(both('已付的支持', 'Paid'), paid, '须逐件审查是否追回'),
    ...line(both('未付的支持', 'Unpaid'), unpaid, '取消后停付，逐件审查'),
    ...line(both('已发的服务券', 'Vouchers'), vouchers, '取消后不能再兑用，逐件审查'),
  ];
}

/** On what the revocation rests, whether the building unit was heard, and after a deceit what was granted meanwhile. */
export const checklist = (sight: RevocationSight): readonly Check[] => [groundCheck(sight), heardCheck(sight), ...supportCheck(sight)];
