import { z } from 'zod';
import { field, paragraph } from './fields.ts';
import { both } from '#core/kernel/words.ts';

/** An act that needs no words. */
export const Nothing = z.object({});

/** The reason of an act; it stays in the case. */
export const Reason = z.object({ reason: field(paragraph(5, 2000), both('理由', 'Reason'), { widget: 'paragraph' }) });
export type Reason = z.infer<typeof Reason>;

/** The same where money or a draft is concerned: half as long. */
export const ShortReason = z.object({ reason: field(paragraph(5, 1000), both('理由', 'Reason'), { widget: 'paragraph' }) });
export type ShortReason = z.infer<typeof ShortReason>;

/** A request for completion, pinned to a field of the form. */
export const FieldRequest = z.object({
  path: field(z.string().min(3, '请选择字段'), both('字段', 'Field')),
  says: field(paragraph(4, 500), both('补正要求', 'What is asked'), { widget: 'paragraph' }),
});
export type FieldRequest = z.infer<typeof FieldRequest>;
