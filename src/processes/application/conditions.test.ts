import { describe, expect, it } from 'vitest';
import type { Sight } from '#core/process/define.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { zibo2020Settings } from '#policy/zibo-2020/settings.ts';
import { completeForm, inventedCode } from '../../../tests/support/form.ts';
import { opinion } from '../../../tests/support/story.ts';
import { checklist, missingKinds } from './conditions.ts';
import type { ApplicationData } from './data.ts';
import type { DraftForm } from './form.ts';

const form = completeForm({ name: '东园', creditCode: inventedCode(1), district: '370303' });
const policy = { from: '2020-08-25', to: '2021-08-24', isInForce: true };
const readings = resolveSettings(zibo2020Settings, {}).values;

const statuses = (draft: unknown, more: { isInForce?: boolean; opinion?: object | null } = {}) => {
  const data = { form: draft, opinion: more.opinion ?? null } as unknown as ApplicationData;
  const facts = { policy: { ...policy, isInForce: more.isInForce ?? true }, readings } as never;
  const sight = { data, facts, today: '2021-03-01' } as unknown as Sight<ApplicationData>;
  return Object.fromEntries(checklist(sight).map(({ clause, status }) => [clause, status]));
};

describe('The conditions of 第五条', () => {
  it('are not met by an empty form, and left to people’s judgement by a whole one', () => {
    expect(statuses({})).toEqual({ '5.1': 'not_met', '5.2': 'not_met', '5.3a': 'not_met', '5.3b': 'not_met', '17': 'met' });
    expect(statuses(form)).toEqual({ '5.1': 'to_be_judged', '5.2': 'to_be_judged', '5.3a': 'met', '5.3b': 'met', '17': 'met' });
  });

  it('are met once the county has confirmed them', () => {
    expect(statuses(form, { opinion: opinion() })).toMatchObject({ '5.1': 'met', '5.2': 'met' });
  });

  it('count an agency at one address once', () => {
    const [provider] = form.services.providers;
    expect(statuses({ ...form, services: { providers: [provider, { ...provider, name: '另一个名字' }] } })['5.3a']).toBe('not_met');
    expect(
      statuses({ ...form, services: { providers: form.services.providers.map((one) => ({ ...one, isInside: false })) } })['5.3a'],
    ).toBe('not_met');
  });

  it('show the window of the plan', () => {
    expect(statuses(form, { isInForce: false })['17']).toBe('not_met');
  });

  it('can be shown for a draft that holds anything at all', () => {
    for (const providers of [null, 7, 'x', {}, [null], [7, 'x', []], [{ kinds: 'x' }], [{ kinds: [null] }]]) {
      expect(
        Object.keys(statuses({ services: { providers }, district: { mechanismFile: 7 }, industry: { enterprises: 'x' } })),
      ).toHaveLength(5);
    }
  });

  it('name the kinds of service that nobody provides', () => {
    expect(missingKinds(form)).toEqual([]);
    const providers = form.services.providers.map((one) => ({ ...one, kinds: one.kinds.filter((kind) => kind !== 'custody') }));
    expect(missingKinds({ services: { providers } } as DraftForm)).toEqual(['custody']);
  });
});
