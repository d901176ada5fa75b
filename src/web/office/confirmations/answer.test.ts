import { describe, expect, it } from 'vitest';
import { answerOf } from './answer.ts';

const said = (organisationName: string, isConfirmed: boolean, at: string) => ({
  organisationName,
  personName: '',
  isConfirmed,
  remark: '',
  at,
});

describe('What was answered about a fact', () => {
  it('is the organisation’s own last word, in whatever order the answers come', () => {
    const answers = [
      said('甲银行', false, '2021-05-02T01:00:00Z'),
      said('甲银行', true, '2021-05-01T01:00:00Z'),
      said('乙保险', true, '2021-06-01T01:00:00Z'),
    ];
    expect(answerOf(answers, '甲银行')).toBe(false);
    expect(answerOf(answers, '乙保险')).toBe(true);
  });

  it('is nothing while only others have spoken', () => {
    expect(answerOf([said('甲银行', true, '2021-05-01T01:00:00Z')], '乙保险')).toBeNull();
  });
});
