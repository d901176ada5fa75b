import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const Office = z.object({
  id: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  district: z.string().nullable(),
  districtName: z.string().nullable(),
});

/** Who is signed in, in which office, and what they could switch to. */
export const Session = z.object({
  person: z.object({ id: z.string(), name: z.string(), username: z.string() }),
  office: Office.nullable(),
  offices: z.array(Office),
  secondFactor: z.enum(['done', 'needed', 'to_enrol', 'not_required']),
  isDemo: z.boolean(),
  now: z.string(),
  today: z.string(),
  unread: z.int(),
});
export type Session = z.infer<typeof Session>;

const password = z.string('请填写密码').min(1, '请填写密码').max(200, '密码过长');
const code = z.string('请填写验证码').regex(/^\d{6}$/, '验证码为6位数字');

export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: both('登录', 'Sign in'),
    who: 'anyone',
    body: z.object({ username: z.string('请填写用户名').trim().min(1, '请填写用户名').max(60, '用户名过长'), password }),
    answer: Session,
  }),
  readSession: endpoint({
    method: 'GET',
    path: '/session',
    summary: both('当前登录', 'Current session'),
    who: 'anyone',
    answer: Session.nullable(),
  }),
  signOut: endpoint({ method: 'DELETE', path: '/session', summary: both('退出', 'Sign out'), who: 'anyone', status: 204 }),
  passSecondFactor: endpoint({
    method: 'POST',
    path: '/session/second-factor',
    summary: both('输入动态验证码', 'Pass the second factor'),
    who: 'signed in',
    body: z.object({ code }),
    answer: Session,
  }),
  switchOffice: endpoint({
    method: 'POST',
    path: '/session/office',
    summary: both('切换身份', 'Switch office'),
    who: 'signed in',
    body: z.object({ office: z.uuid('没有这个身份') }),
    answer: Session,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/account/password',
    summary: both('修改密码', 'Change password'),
    who: 'signed in',
    body: z.object({ current: password, next: z.string('请填写新密码').min(12, '新密码不少于12位').max(200, '密码过长') }),
    status: 204,
  }),
  enrolSecondFactor: endpoint({
    method: 'POST',
    path: '/account/second-factor',
    summary: both('绑定动态验证码', 'Enrol a second factor'),
    who: 'signed in',
    answer: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }),
  }),
  confirmSecondFactor: endpoint({
    method: 'POST',
    path: '/account/second-factor/confirm',
    summary: both('确认绑定', 'Confirm the second factor'),
    who: 'signed in',
    body: z.object({ code }),
    answer: Session,
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/account/sessions',
    summary: both('登录设备', 'Signed-in devices'),
    who: 'signed in',
    answer: z.array(z.object({ id: z.string(), device: z.string(), address: z.string(), lastSeenAt: z.string(), isThis: z.boolean() })),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/account/sessions/{id}',
    summary: both('下线设备', 'End a session'),
    who: 'signed in',
    params: z.object({ id: z.uuid() }),
    status: 204,
  }),
  listMessages: endpoint({
    method: 'GET',
    path: '/messages',
    summary: both('消息', 'Messages'),
    who: 'signed in',
    answer: z.array(
      z.object({
        id: z.int(),
        says: z.string(),
        at: z.string(),
        isRead: z.boolean(),
        process: z.string().nullable(),
        kase: z.string().nullable(),
      }),
    ),
  }),
  readMessages: endpoint({
    method: 'POST',
    path: '/messages/read',
    summary: both('消息标为已读', 'Mark messages read'),
    who: 'signed in',
    body: z.object({ upTo: z.int() }),
    status: 204,
  }),
} as const;
