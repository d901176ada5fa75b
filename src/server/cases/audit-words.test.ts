import { describe, expect, it } from 'vitest';
import { auditTitle } from './audit-words.ts';

describe('An entry of the audit log', () => {
  it('is called by process and step where it is a step of a case', () => {
    expect(auditTitle('case.claim.open', 'zh')).toBe('支持申领：申领支持');
    expect(auditTitle('case.recognition.county_sign', 'zh')).toBe('年度认定：签发区县意见');
    expect(auditTitle('case.claim.open', 'en')).toBe('Claim for support: Claim support');
  });

  it('has words of its own otherwise, and its kind where nobody gave it any', () => {
    expect(auditTitle('sign_in', 'zh')).toBe('登录');
    expect(auditTitle('fact.correct', 'en')).toBe('Fact corrected');
    expect(auditTitle('case.nothing.done', 'zh')).toBe('case.nothing.done');
    expect(auditTitle('constructor', 'zh')).toBe('constructor');
  });
});
