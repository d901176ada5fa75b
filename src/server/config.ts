import { z } from 'zod';
import { officeRoles } from '#core/people/roles.ts';
import { keyRule, readKeys } from './vault/keys.ts';

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'], '只能是0或1')
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1');

type KeySettings = {
  readonly JIXIA_DEMO: boolean;
  readonly JIXIA_DATA_KEY?: string | undefined;
  readonly JIXIA_DATA_KEY_FILE?: string | undefined;
};

/** What is wrong with how the key is named: twice, or not at all where a key of the data folder's own is not enough. */
function keyFaults({ JIXIA_DEMO, JIXIA_DATA_KEY, JIXIA_DATA_KEY_FILE }: KeySettings): readonly (readonly [string, string])[] {
  if (JIXIA_DATA_KEY && JIXIA_DATA_KEY_FILE) return [['JIXIA_DATA_KEY_FILE', '不能与 JIXIA_DATA_KEY 同时给出']];
  if (JIXIA_DEMO || JIXIA_DATA_KEY || JIXIA_DATA_KEY_FILE) return [];
  const says =
    '正式模式须给出收款账号的密钥（或用 JIXIA_DATA_KEY_FILE 指定密钥文件），可用 openssl rand -base64 32 生成，须与数据库分开备份';
  return [['JIXIA_DATA_KEY', says]];
}

const Settings = z
  .object({
    PORT: z.coerce.number('应为数字').int('应为整数').min(0, '应为0至65535').max(65_535, '应为0至65535').default(3000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z.url('应为完整网址，如 https://zone.example.cn').optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, '应为 postgres://用户:口令@主机:端口/库名')
      .optional(),
    DATABASE_APP_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, '应为 postgres://jixia_app:口令@主机:端口/库名')
      .optional(),
    DATA_DIR: z.string().min(1, '不能为空').default('data'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], '应为 fatal、error、warn、info、debug 或 silent').optional(),
    JIXIA_DEMO: flag(true),
    JIXIA_DEMO_LOAD: flag(true),
    JIXIA_CLOCK: z.iso.datetime({ offset: true, message: '应为带时区的时刻，如 2021-03-01T09:00:00+08:00' }).optional(),
    JIXIA_DATA_KEY: z
      .string()
      .refine((text) => readKeys(text) !== undefined, keyRule)
      .optional(),
    JIXIA_DATA_KEY_FILE: z.string().optional(),
    JIXIA_ADMIN_PASSWORD: z.string().min(12, '不少于12位').optional(),
    SECOND_FACTOR_ROLES: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((role) => role.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.enum(officeRoles as [string, ...string[]], `只能是以下身份：${officeRoles.join('、')}`))),
    UPLOAD_MAX_MB: z.coerce.number('应为数字').int('应为整数').min(1, '至少1').max(200, '最多200').default(20),
    S3_ENDPOINT: z.url('应为完整网址').optional(),
    S3_BUCKET: z.string().optional(),
    S3_ACCESS_KEY: z.string().optional(),
    S3_SECRET_KEY: z.string().optional(),
    TRUST_PROXY: flag(false),
  })
  .superRefine((settings, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (settings.JIXIA_CLOCK && !settings.JIXIA_DEMO) fault('JIXIA_CLOCK', '只有演示模式（JIXIA_DEMO=1）可以拨动时钟');
    for (const [path, message] of keyFaults(settings)) fault(path, message);
    if (settings.DATABASE_APP_URL && !settings.DATABASE_URL) fault('DATABASE_APP_URL', '须与 DATABASE_URL 一起给出');
    if (settings.S3_ENDPOINT && !(settings.S3_BUCKET && settings.S3_ACCESS_KEY && settings.S3_SECRET_KEY)) {
      fault('S3_ENDPOINT', '须同时给出 S3_BUCKET、S3_ACCESS_KEY 和 S3_SECRET_KEY');
    }
  });

export type Config = z.infer<typeof Settings>;

/** Reads the configuration, or says in one sentence per fault what is wrong with it. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return { ok: true, config: parsed.data };
  return { ok: false, faults: parsed.error.issues.map(({ path, message }) => `配置 ${path.join('.')}：${message}`) };
}
