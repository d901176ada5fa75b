import { z } from 'zod';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';

/** Every kind of refusal and its HTTP status. One adapter, in server/http, uses this table. */
export const statusOfRefusal: Readonly<Record<Refusal['kind'], number>> = {
  forbidden: 403,
  not_found: 404,
  wrong_state: 409,
  conflict: 409,
  stale: 412,
  guard: 422,
  input: 422,
};

/** Codes of the refusals that belong to no process. */
export const problems = {
  not_signed_in: { status: 401, says: both('请先登录', 'Please sign in') },
  wrong_credentials: { status: 401, says: both('用户名或密码不对', 'Wrong user name or password') },
  wrong_second_factor: { status: 401, says: both('动态验证码不对或已用过，请等下一个', 'Wrong or used code; wait for the next') },
  second_factor_needed: { status: 403, says: both('请先完成动态验证码验证', 'The second factor is needed first') },
  too_many_tries: { status: 429, says: both('尝试次数过多，请15分钟后再试', 'Too many tries; wait 15 minutes') },
  not_allowed: { status: 403, says: both('当前身份无权办理', 'This office may not do that') },
  not_found: { status: 404, says: both('没有找到，或无权查看', 'Not found, or not yours to see') },
  no_such_route: { status: 404, says: both('没有这个接口', 'There is no such endpoint') },
  malformed: { status: 400, says: both('请求格式不对', 'The request is malformed') },
  invalid_input: { status: 422, says: both('填写有误，请按提示修改', 'Some fields are wrong') },
  stale_version: {
    status: 412,
    says: both(
      '别处已有更新，请刷新后在最新内容上继续；您填写的内容没有丢失',
      'Somebody changed this meanwhile; reload and go on. Nothing you typed is lost',
    ),
  },
  version_missing: { status: 428, says: both('缺少版本号（If-Match）', 'The If-Match header is missing') },
  key_missing: { status: 400, says: both('缺少幂等键（Idempotency-Key）', 'The Idempotency-Key header is missing') },
  key_reused: { status: 422, says: both('同一幂等键不能用于不同的请求', 'This Idempotency-Key was used for another request') },
  foreign_origin: { status: 403, says: both('请求来自其他网站，已拒绝', 'The request comes from another site') },
  too_large: { status: 413, says: both('内容过大', 'Too large') },
  wrong_file_type: { status: 415, says: both('文件的内容与类型不符，或不是允许的类型', 'The content is not of an allowed type') },
  unsupported_media: { status: 415, says: both('请以JSON发送', 'Send JSON') },
  unreadable_file: { status: 422, says: both('文件无法读取', 'The file can not be read') },
  busy: { status: 503, says: both('系统繁忙，请稍候再试', 'Busy; try again shortly') },
  outcome_unknown: {
    status: 503,
    says: both(
      '连接中断，尚不知是否办成；请用同一页面重试，不会重复办理',
      'It is not known whether this succeeded; retry, it will not happen twice',
    ),
  },
  fault: { status: 500, says: both('系统出错，已记录；请凭编号联系管理员', 'A fault; it is logged under this id') },
} as const satisfies Record<string, { status: number; says: Words }>;

export type ProblemCode = keyof typeof problems;

/** RFC 9457 problem details with our additions: a code, the clause, and one entry per refusal. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  clause: z.string().optional(),
  requestId: z.string(),
  refusals: z.array(z.object({ code: z.string(), clause: z.string(), says: z.string(), field: z.string().optional() })),
});
export type Problem = z.infer<typeof Problem>;

type Where = { readonly requestId: string; readonly language: Language };

/** Problem details of refusals, the first one leading. */
export function problemOfRefusals(refusals: readonly Refusal[], { requestId, language }: Where): Problem {
  const first = refusals[0];
  if (!first) throw new Error('a refusal without reasons');
  return {
    type: `urn:jixia:problem:${first.code}`,
    title: first.says[language],
    status: statusOfRefusal[first.kind],
    detail: refusals.map(({ says }) => says[language]).join('；'),
    code: first.code,
    clause: first.clause,
    requestId,
    refusals: refusals.map(({ code, clause, says, field }) => ({
      code,
      clause,
      says: says[language],
      ...(field === undefined ? {} : { field }),
    })),
  };
}

/** Problem details of a general problem, with more words where they help. */
export function problemOf(code: ProblemCode, where: Where & { readonly detail?: Words }): Problem {
  const { status, says } = problems[code];
  const words = where.detail ?? says;
  return {
    type: `urn:jixia:problem:${code}`,
    title: says[where.language],
    status,
    detail: words[where.language],
    code,
    requestId: where.requestId,
    refusals: [{ code, clause: 'operational', says: words[where.language] }],
  };
}
