import { z } from 'zod';
import { attachment, choice, day, field, line, paragraph } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { type Ground, grounds, outcomes } from './names.ts';

const documents = { widget: 'attachment' as const, accepts: ['.pdf', '.jpg', '.png', '.docx'] };
const prose = (zh: string, en: string, minimum = 10, maximum = 5000) =>
  field(paragraph(minimum, maximum), both(zh, en), { widget: 'paragraph' });

const Paper = z.object({
  title: field(line(100), both('材料名称', 'Title')),
  attachment: field(attachment(), both('文件', 'File'), documents),
});
const papers = (zh: string, en: string) => field(z.array(Paper).max(30, '最多30份').default([]), both(zh, en), { widget: 'table' });

export const Opening = z.object({
  zone: field(z.uuid('请选择示范区'), both('示范区', 'Zone')),
  ground: field(choice(grounds), both('事由', 'Ground'), { clause: '14.3d' }),
  basis: field(z.uuid('请选择所依据的案件').nullable().default(null), both('所依据的案件', 'Case it rests on'), {
    help: both(
      '整改不合格的填整改案件，连续两年不合格的填年度认定案件，骗取资格的不填',
      'The rectification or recognition; none for deceit',
    ),
  }),
  found: field(z.string().trim().max(5000, '最多5000个字').default(''), both('查明的事实', 'What was found'), {
    widget: 'paragraph',
    help: both('以欺骗手段取得资格的，必须写明查明的事实并附证据', 'For deceit the facts and their evidence are needed'),
  }),
  evidence: papers('证据', 'Evidence'),
});
export type Opening = z.infer<typeof Opening>;
export const Document = z.object({ documentNumber: field(line(60), both('文号', 'Document no.')) });

/** The notice of the intended revocation: nobody loses a title unheard. */
export const Notice = z.object({
  facts: prose('事实', 'Facts'),
  grounds: prose('理由和依据', 'Grounds'),
  hearingUntil: field(day('请写明陈述、申辩和申请听证的截止日'), both('陈述申辩和申请听证截止日', 'To be heard until'), {
    clause: '14.3d',
  }),
  evidence: papers('证据', 'Evidence'),
});

export const Views = z.object({ says: prose('陈述、申辩意见', 'Statement'), evidence: papers('材料', 'Papers') });
export const HearingRequest = z.object({ reason: prose('申请听证的理由', 'Why a hearing is asked for', 5, 2000) });
export const Waiver = z.object({
  isWaived: field(z.literal(true, '须确认放弃'), both('放弃听证，陈述申辩到此为止', 'No hearing is wanted; all is said')),
});

/** The record of the hearing. */
export const Hearing = z.object({
  heldOn: field(day(), both('听证日期', 'Held on')),
  place: field(line(100), both('地点', 'Place')),
  presider: field(line(40), both('主持人', 'Presider')),
  attendees: field(z.array(line(60)).min(2, '至少两人').max(30, '最多30人'), both('参加人', 'Attendees')),
  views: prose('建设单位的陈述、申辩', 'What the building unit said'),
  recordFile: field(attachment(), both('听证笔录', 'Record'), documents),
});

export const Proposal = z.object({
  outcome: field(choice(outcomes), both('处理意见', 'Outcome'), { clause: '14.3d' }),
  reasons: prose('理由', 'Reasons'),
  answer: field(z.string().trim().max(5000, '最多5000个字').default(''), both('对陈述、申辩的采纳情况', 'Answer to what was said'), {
    widget: 'paragraph',
    help: both('有陈述、申辩或听证的，必须逐项说明', 'Needed where there was a statement or a hearing'),
  }),
});

/** Everything a revocation has gathered on its way. */
export const RevocationData = z.object({
  zone: z.string(),
  zoneName: z.string(),
  operator: z.string(),
  operatorName: z.string(),
  district: z.string(),
  ground: z.enum(Object.keys(grounds) as [Ground, ...Ground[]]),
  basis: z.string().nullable(),
  /** The case it rests on as people read it: number and year. */
  basisNumber: z.string().nullable(),
  year: z.int().nullable(),
  found: z.string(),
  findings: z.array(Paper),
  notice: Notice.extend({ documentNumber: z.string().nullable(), issuedOn: z.string().nullable() }).nullable(),
  /** Last day to speak, or to ask for a hearing; null before the notice is drafted. */
  hearingUntil: z.string().nullable(),
  views: z.array(Views.extend({ on: z.string(), by: z.string() })),
  hearingRequest: HearingRequest.extend({ on: z.string() }).nullable(),
  hearing: Hearing.extend({ recordedBy: z.string() }).nullable(),
  /** How the right to be heard was used up; null while it stands. */
  heard: z.enum(['hearing', 'statement', 'waived', 'silence']).nullable(),
  proposal: Proposal.extend({ proposedOn: z.string() }).nullable(),
  /** Upheld objections that a later proposal has taken into account. */
  objectionsSettled: z.int(),
  /** Why the case went back from the notice to the proposal. */
  reopened: z.array(z.object({ reason: z.string(), on: z.string() })),
  decision: z
    .object({
      isRevoked: z.boolean(),
      documentNumber: z.string(),
      decidedOn: z.string(),
      effectiveFrom: z.string().nullable(),
      remedies: z.string(),
    })
    .nullable(),
  ended: z.string().nullable(),
});
export type RevocationData = z.infer<typeof RevocationData>;
