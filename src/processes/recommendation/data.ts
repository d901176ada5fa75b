import { z } from 'zod';
import { attachment, choice, day, field, line, paragraph } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';

/** What a zone can be recommended for (row 4.2). */
export const levels = {
  province: both('省级知识产权服务业集聚发展区', 'Provincial IP service area'),
  nation: both('国家知识产权服务业集聚发展区', 'National IP service area'),
} as const;
export type Level = keyof typeof levels;

const orderReason = () =>
  field(z.string().trim().max(2000, '最多2000个字'), both('未按次序推荐的理由', 'Reason for the order'), {
    widget: 'paragraph',
    help: both(
      '排在前面的示范区没有推荐，或同年度还有示范区等次未定的，必须写明',
      'Needed where a zone before this one is passed over, or others of the year are not graded yet',
    ),
  });

export const Opening = z.object({
  zone: field(z.uuid('请选择示范区'), both('示范区', 'Zone')),
  level: field(choice(levels), both('推荐申报', 'Recommended for'), { clause: '4.2' }),
  orderReason: orderReason(),
});

const Annex = z.object({
  title: field(line(100), both('材料名称', 'Name')),
  attachment: field(attachment(), both('文件', 'File'), { widget: 'attachment' }),
});

/** The building unit's part of the dossier, with its consent. */
export const UnitPart = z.object({
  statement: field(paragraph(20, 5000), both('建设成效与申报意愿', 'Achievements and will to apply'), { widget: 'paragraph' }),
  contact: field(line(50), both('联系人', 'Contact')),
  annexes: field(z.array(Annex).max(20, '最多20件'), both('补充材料', 'Further evidence'), { widget: 'table' }),
  consents: field(z.literal(true, '同意推荐方可提交；不同意的请选择“不参加”'), both('同意推荐，所报情况属实', 'We consent; all is true')),
});

export const Proposal = z.object({
  opinion: field(paragraph(10, 2000), both('推荐意见', 'Opinion'), { widget: 'paragraph' }),
  orderReason: orderReason(),
});

export const Sending = z.object({
  documentNumber: field(line(80), both('报送文号', 'Document no.')),
  sentOn: field(day(), both('报送日期', 'Sent on')),
});

const decidedOn = () => field(day(), both('日期', 'Day'));
export const Accepted = z.object({
  title: field(line(100), both('获得的称号', 'Title')),
  documentNumber: field(line(80), both('上级文号', 'Document no.')),
  on: decidedOn(),
});
export const NotAccepted = z.object({
  reason: field(paragraph(5, 2000), both('上级说明的理由', 'Reason given'), { widget: 'paragraph' }),
  documentNumber: field(z.string().trim().max(80, '最多80个字'), both('上级文号', 'Document no.'), {
    help: both('没有文件的可不填', 'If there is one'),
  }),
  on: decidedOn(),
});

/** The package of documents as it stood when it was proposed: number, SHA-256 and size of the file. */
const Dossier = z.object({ n: z.int(), hash: z.string(), bytes: z.int(), madeAt: z.string() });

/** Everything the recommendation of one zone for one level has gathered on its way. */
export const RecommendationData = z.object({
  zone: z.string(),
  zoneName: z.string(),
  zoneNumber: z.string(),
  operator: z.string(),
  operatorName: z.string(),
  district: z.string(),
  level: z.enum(Object.keys(levels) as [Level, ...Level[]]),
  /** The result it rests on, and the zone's place on the list when it was opened. */
  basis: z.object({ year: z.int(), grade: z.string(), total: z.number(), rank: z.int() }),
  /** Who is passed over, how many of the year have no result yet, and why it is recommended all the same. */
  order: z.object({ passedOver: z.array(z.string()), undecided: z.int(), reason: z.string() }),
  unit: UnitPart.extend({ consentedAt: z.string(), by: z.string() }).nullable(),
  dossier: Dossier.nullable(),
  /** Number of the last package made before the unit was asked again: it and those before it are out of date. */
  outdated: z.int(),
  proposal: z.object({ opinion: z.string(), by: z.string() }).nullable(),
  sent: Sending.nullable(),
  outcome: z
    .object({
      kind: z.enum(['accepted', 'not_accepted']),
      title: z.string().nullable(),
      documentNumber: z.string(),
      on: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Why it came to no outcome: declined, dropped, withdrawn or ended. */
  closedBecause: z.string().nullable(),
});
export type RecommendationData = z.infer<typeof RecommendationData>;
