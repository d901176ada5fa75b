import { describe, expect, it } from 'vitest';
import { changesOf, completeForm, inventedCode } from '../../../tests/support/form.ts';
import { ApplicationForm, FieldChange, formFaults, isFormField, withChanges } from './form.ts';

const form = completeForm({ name: '东园', creditCode: inventedCode(1), district: '370303' });

describe('The application form', () => {
  it('has nine sections, and no fault when every field is right', () => {
    expect(Object.keys(ApplicationForm.shape)).toHaveLength(9);
    expect(formFaults(form)).toEqual([]);
  });

  it('tells every field that is empty, by its path', () => {
    const fields = Object.entries(ApplicationForm.shape).flatMap(([section, { shape }]) =>
      Object.keys(shape).map((key) => `${section}.${key}`),
    );
    expect(
      formFaults({})
        .map(({ path }) => path)
        .sort(),
    ).toEqual(fields.sort());
    for (const { path } of changesOf(form)) {
      expect(
        formFaults(withChanges(form, [{ path, value: null }])).map((fault) => fault.path),
        path,
      ).toEqual([path]);
    }
  });

  it('tells a wrong cell of a table by row and column', () => {
    const [provider] = form.services.providers;
    const providers = [provider, { ...provider, creditCode: 'X', staff: -1 }];
    expect(formFaults(withChanges(form, [{ path: 'services.providers', value: providers as never }])).map(({ path }) => path)).toEqual([
      'services.providers.1.creditCode',
      'services.providers.1.staff',
    ]);
  });

  it('has no field by the names that every object has', () => {
    for (const path of ['cover.zoneName', 'plan.goals']) expect(isFormField(path)).toBe(true);
    for (const path of ['cover', 'cover.', '.zoneName', 'cover.toString', 'constructor.name', '__proto__.x', 'cover.zoneName.x.y', '']) {
      expect([path, isFormField(path) && FieldChange.safeParse({ path, value: 1 }).success]).toEqual([path, false]);
    }
  });

  it('is changed field by field without touching the draft that was', () => {
    const draft = { cover: { zoneName: '旧' } };
    const next = withChanges(draft, [
      { path: 'cover.zoneName', value: '新' },
      { path: 'siting.areaKm2', value: 1 },
      { path: 'siting.areaKm2', value: 2 },
    ]);
    expect(next).toEqual({ cover: { zoneName: '新' }, siting: { areaKm2: 2 } });
    expect(draft).toEqual({ cover: { zoneName: '旧' } });
    expect(withChanges(next, [{ path: 'cover.zoneName', value: null }])).toEqual({ cover: {}, siting: { areaKm2: 2 } });
  });
});
