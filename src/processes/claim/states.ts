import { both } from '#core/kernel/words.ts';
import { noticeTime, within } from '#policy/zibo-2020/time-limits.ts';

const awaits = {
  agency: both('申领机构', 'the agency'),
  centre: both('市中心', 'the centre'),
  public: both('社会公众', 'the public'),
  finance: both('财政兑付部门', 'the finance office'),
};

/** What a claim awaits, from draft to the money, and back where it was false (forms.md F10; glossary, section 5). */
export const states = {
  draft: { title: both('起草', 'Draft'), awaits: awaits.agency, isPrivate: true },
  filed: {
    title: both('待核对', 'Filed'),
    awaits: awaits.centre,
    deadline: within('claimCheckWorkdays', { fires: 'remind' }),
  },
  returned: {
    title: both('待补正', 'Returned'),
    awaits: awaits.agency,
    deadline: within('completionWorkdays', { fires: 'remind' }),
  },
  checked: { title: both('已核对，待提出金额', 'Checked'), awaits: awaits.centre },
  proposed: { title: both('待审定', 'Proposed'), awaits: awaits.centre },
  refusal_proposed: { title: both('拟不予支持，待审定', 'Refusal proposed'), awaits: awaits.centre },
  noticed: { title: both('公示中', 'Public notice'), awaits: awaits.public, deadline: noticeTime },
  determination: { title: both('公示期满，待核定', 'Determination'), awaits: awaits.centre },
  determined: { title: both('已核定，待兑付', 'Determined'), awaits: awaits.finance },
  paid: { title: both('已兑付', 'Paid') },
  voucher_issued: { title: both('已发券', 'Voucher issued') },
  recovery_proposed: { title: both('拟追回，待审定', 'Recovery proposed'), awaits: awaits.centre },
  recovering: { title: both('追回中', 'Recovering'), awaits: awaits.agency },
  recovered: { title: both('已追回', 'Recovered'), isFinal: true },
  refused: { title: both('不予支持', 'Refused'), isFinal: true },
  withdrawn: { title: both('已撤回', 'Withdrawn'), isFinal: true },
} as const;

export type State = keyof typeof states;
