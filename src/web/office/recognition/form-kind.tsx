import { Report } from '../../case/recognition/report.tsx';
import { partsOf as partsOfCase, type RecognitionParts } from '../../case/recognition/data.ts';
import type { FormKind } from '../../form-editor/form-kind.ts';
import { sectionPart } from '../../form-editor/sections.ts';
import { fieldsOf, titleOf } from '../../ui/schema/schema.ts';
import { OnRecord } from './on-record.tsx';
import { PartOneBody } from './part-one-body.tsx';
import { words } from './words.ts';

/** F7, the self-assessment of a year: part one by the rows of the plan, beside the annex what is on record. */
export const recognitionForm: FormKind = {
  process: 'recognition',
  words,
  edits: [{ event: 'fill_in', files: 'file' }],
  subtitleOf: ({ summary }) => summary,
  partsOf: (schema, form, language) =>
    fieldsOf(schema).map(([name, section]) => ({
      ...sectionPart(form, name, section, titleOf(name, section, language)),
      ...(name === 'carriedOut' ? { Body: PartOneBody, tables: [] } : {}),
    })),
  Under: ({ part, kase }) => (part.name === 'annex' ? <OnRecord kase={kase} /> : null),
  Written: ({ kase, schema, form }) => (
    <Report parts={{ ...partsOfCase(kase), form: form as NonNullable<RecognitionParts['form']> }} schema={schema} />
  ),
};
