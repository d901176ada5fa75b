import { z } from 'zod';
import { attachment, choice, creditCode, day, field, paragraph } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';

/** Who may stay in a zone: an agency, or an enterprise of the industry it serves. */
export const members = { agency: both('服务机构', 'Agency'), enterprise: both('企业', 'Enterprise') } as const;

/** What may be put on record about a stay. */
export const entries = {
  move_in: both('入驻', 'Moved in'),
  move_out: both('迁出', 'Moved out'),
  correct: both('更正入驻或迁出日期', 'Days corrected'),
  strike: both('撤销误记', 'Entered in error'),
} as const;

/** What proves that a real, staffed office is in the zone, or is not any more (F10). */
export const proofs = {
  licence: both('营业执照（住所在示范区内）', 'Licence with an address in the zone'),
  lease: both('租赁合同或产权证明', 'Lease or title deed'),
  insurance: both('员工社保缴纳证明', 'Social insurance of the staff'),
  left: both('退租、迁址或注销证明', 'End of the lease, move or deregistration'),
  other: both('其他', 'Other'),
} as const;

const documents = { widget: 'attachment' as const, accepts: ['.pdf', '.jpg', '.png'] };

const Proof = z.object({
  proves: field(choice(proofs), both('材料种类', 'Kind')),
  attachment: field(attachment(), both('文件', 'File'), documents),
});

export const Opening = z.object({
  zone: field(z.uuid('请选择示范区'), both('示范区', 'Zone')),
  entry: field(choice(entries), both('登记事项', 'What is recorded')),
  member: field(choice(members).default('agency'), both('登记对象', 'Who')),
  creditCode: field(creditCode().nullable().default(null), both('统一社会信用代码', 'Credit code'), {
    help: both('服务机构须已在系统中登记', 'An agency must be registered here'),
  }),
  name: field(z.string().trim().max(100, '最多100个字').default(''), both('企业名称', 'Name of the enterprise'), {
    help: both('与营业执照一致', 'As on its licence'),
  }),
  stay: field(z.uuid().nullable().default(null), both('哪一次入驻', 'Which stay')),
  from: field(day().nullable().default(null), both('入驻日期', 'Moved in on'), {
    help: both('有人员办公的第一天，不能是将来', 'First day with staff at work, not in the future'),
  }),
  to: field(day().nullable().default(null), both('迁出日期（在内的最后一天）', 'Last day inside'), {
    help: both('仍在区内的不填', 'Empty while it is still inside'),
  }),
  evidence: field(z.array(Proof).max(10, '最多10份').default([]), both('证明材料', 'Evidence'), { widget: 'table', clause: '9' }),
  reason: field(z.string().trim().max(1000, '最多1000个字').default(''), both('说明', 'Remark'), {
    widget: 'paragraph',
    help: both('更正和撤销须写明理由', 'A correction says why'),
  }),
});
export type Opening = z.infer<typeof Opening>;

/** What the second person saw on the spot. */
export const SiteCheck = z.object({
  seenOn: field(day().nullable().default(null), both('现场核查日期', 'Seen on the spot on'), {
    help: both('入驻和更正须到现场核查：有办公场所、有人办公', 'A move in or a correction is seen on the spot: an office with staff'),
  }),
  says: field(paragraph(2, 500), both('核查意见', 'Finding'), { widget: 'paragraph' }),
});
export type SiteCheck = z.infer<typeof SiteCheck>;

const Days = z.object({ from: z.string(), to: z.string().nullable() });

/** One entry about one stay: what was known so far, what is to be known from now on, on what proof and whose word. */
export const ResidenceData = z.object({
  zone: z.string(),
  zoneName: z.string(),
  operator: z.string(),
  district: z.string(),
  entry: Opening.shape.entry,
  member: z.enum(['agency', 'enterprise']).default('agency'),
  /** Who stays, where it is registered here; an agency always is. */
  organisation: z.string().nullable(),
  name: z.string(),
  creditCode: z.string(),
  /** The stay this is about, as it was known; null for a move in. */
  before: Days.extend({ id: z.string() }).nullable(),
  /** The stay as it is; null where it never was. */
  after: Days.nullable(),
  evidence: z.array(Proof),
  reason: z.string(),
  check: z.object({ seenOn: z.string().nullable(), says: z.string(), on: z.string() }).nullable(),
  ended: z.string().nullable(),
});
export type ResidenceData = z.infer<typeof ResidenceData>;
