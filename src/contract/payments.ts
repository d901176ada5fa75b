import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const ById = z.object({ id: z.uuid() });
const readers = ['centre_officer', 'centre_approver', 'auditor', 'finance'] as const;

const PayableView = z.object({
  id: z.string(),
  case: z.string(),
  title: z.string(),
  payeeName: z.string(),
  bank: z.string(),
  tail: z.string(),
  amountFen: z.int(),
  createdAt: z.string(),
  /** Why it can not be paid now; null when it can. */
  blocked: z.string().nullable(),
});
export type PayableView = z.infer<typeof PayableView>;

const BankAnswerView = z.object({
  id: z.string(),
  fileName: z.string(),
  uploadedAt: z.string(),
  paidCount: z.int(),
  paidFen: z.int(),
  refusedCount: z.int(),
  refusedFen: z.int(),
  exceptions: z.array(z.string()),
});
export type BankAnswerView = z.infer<typeof BankAnswerView>;

/** Payments through the bank, beside the process that moves a batch. */
export const paymentEndpoints = {
  listPayables: endpoint({
    method: 'GET',
    path: '/payables',
    summary: both('应付款项', 'Sums to be paid'),
    clause: '9',
    who: readers,
    answer: z.object({ rows: z.array(PayableView), totalFen: z.int() }),
  }),
  readBankFile: endpoint({
    method: 'GET',
    path: '/payments/{id}/bank-file.csv',
    summary: both('银行付款文件', 'File for the bank'),
    clause: 'operational',
    who: ['finance'],
    params: ById,
    givesFile: true,
  }),
  uploadBankAnswer: endpoint({
    method: 'POST',
    path: '/payments/{id}/answers',
    summary: both('上传银行回单并核对', 'Upload the bank’s answer and match it'),
    clause: 'operational',
    who: ['finance'],
    params: ById,
    takesFile: true,
    status: 201,
    answer: BankAnswerView,
  }),
  listBankAnswers: endpoint({
    method: 'GET',
    path: '/payments/{id}/answers',
    summary: both('银行回单', 'The bank’s answers'),
    clause: 'operational',
    who: ['finance', 'auditor'],
    params: ById,
    answer: z.object({ rows: z.array(BankAnswerView) }),
  }),
  makeDemoAnswer: endpoint({
    method: 'GET',
    path: '/payments/{id}/demo-answer.csv',
    summary: both('演示：模拟银行回单', 'Demonstration: an answer as a bank would give it'),
    clause: 'operational',
    who: ['finance'],
    params: ById,
    query: z.object({ refuse: z.coerce.number().int().min(0).max(100).default(0) }),
    givesFile: true,
    isDemo: true,
  }),
} as const;
