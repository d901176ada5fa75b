import { z } from 'zod';
import { isBusinessDate } from '#core/kernel/dates.ts';
import { type NumberReading, readCreditCode } from '#core/kernel/credit-code.ts';
import type { Words } from '#core/kernel/words.ts';

/** What a field tells the screen besides its type; carried in the JSON Schema. */
export type FieldHints = {
  readonly help?: Words;
  readonly clause?: string;
  /** How the field is entered where its type does not say it. */
  readonly widget?: 'paragraph' | 'attachment' | 'mobile' | 'district' | 'table' | 'kinds' | 'money' | 'share';
  readonly unit?: Words;
  /** Labels of an enumeration's values. */
  readonly labels?: Readonly<Record<string, Words>>;
  /** Files a person may choose; for attachments. */
  readonly accepts?: readonly string[];
};

/** Names a field. The name is what the screen, the checks and the printed form show. */
export const field = <Schema extends z.ZodType>(schema: Schema, title: Words, hints: FieldHints = {}): Schema =>
  schema.meta({ title: title.zh, titleEn: title.en, ...hints }) as Schema;

/** A line of text. */
export const line = (maximum = 200) => z.string('请填写').trim().min(1, '请填写').max(maximum, `最多${maximum}个字`);

/** Several sentences. */
export const paragraph = (minimum = 1, maximum = 5000) =>
  z
    .string('请填写')
    .trim()
    .min(minimum, minimum > 1 ? `至少${minimum}个字` : '请填写')
    .max(maximum, `最多${maximum}个字`);

/** A day that exists, written YYYY-MM-DD; `missing` is said where none is given. */
export const day = (missing = '请选择日期') =>
  z
    .string(missing)
    .superRefine((typed, context) => {
      if (isBusinessDate(typed)) return;
      context.addIssue({ code: 'custom', message: typed === '' ? missing : '日期不存在，请按 年-月-日 填写' });
    })
    .meta({ format: 'date' });

/** A whole number, zero or more. */
export const count = (maximum = 10_000_000) => z.int('请填写整数').min(0, '不能小于0').max(maximum, `不能大于${maximum}`);

/** Whole yuan, zero or more (I-46). */
export const wholeYuanField = () => z.int('请填写整数元').min(0, '不能小于0').max(1_000_000_000_000, '金额过大');

export const yesNo = () => z.boolean('请选择是或否');

/** Whether a field of this name holds a file: only such files are tied to their case, so that its readers may open them. */
export const isFileField = (name: string): boolean => /(File|^photo|^attachment)$/.test(name);

/** The SHA-256 of an uploaded file, in hexadecimal; its field is named so that `isFileField` knows it. */
export const attachment = () => z.string('请上传文件').regex(/^[0-9a-f]{64}$/, '请上传文件');

/** A choice among named values. */
export const choice = <const Values extends Readonly<Record<string, Words>>>(values: Values) =>
  z.enum(Object.keys(values) as [keyof Values & string, ...(keyof Values & string)[]], '请选择').meta({ labels: values });

const numbered = (read: (typed: string) => NumberReading) =>
  z.string('请填写').superRefine((typed, context) => {
    const reading = read(typed);
    if (!reading.ok) context.addIssue({ code: 'custom', message: reading.says });
  });

/** A unified social credit code with its right check character (GB 32100). */
export const creditCode = () => numbered(readCreditCode);

export const mobile = () => z.string('请填写').regex(/^1[3-9]\d{9}$|^0\d{2,3}-\d{7,8}$/, '请填写11位手机号，或区号-座机号');

export const email = () => z.email('邮箱格式不对，应像 name@example.cn');
