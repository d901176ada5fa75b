import type { ComponentType } from 'react';
import { Report } from '../../case/recognition/report.tsx';
import { partsOf as partsOfCase, type RecognitionParts } from '../../case/recognition/data.ts';
import type { BodyProps, FormKind } from '../../form-editor/form-kind.ts';
import { sectionPart } from '../../form-editor/sections.ts';
import { fieldsOf, titleOf } from '../../ui/schema/schema.ts';
import { AnnexBody } from './annex-body.tsx';
import { PartOneBody } from './part-one-body.tsx';
import { words } from './words.ts';

/** Parts drawn by hand; their numbers come from the record and are not pasted. */
const bodies: Readonly<Record<string, ComponentType<BodyProps>>> = { carriedOut: PartOneBody, annex: AnnexBody };

/** F7, the self-assessment of a year: part one by the rows of the plan, the annex filled from what is on record. */
export const recognitionForm: FormKind = {
  process: 'recognition',
  words,
  edits: [{ event: 'fill_in', files: 'file' }],
  subtitleOf: ({ summary }) => summary,
  partsOf: (schema, form, language) =>
    fieldsOf(schema).map(([name, section]) => ({
      ...sectionPart(form, name, section, titleOf(name, section, language)),
      ...(bodies[name] ? { Body: bodies[name], tables: [] } : {}),
    })),
  Written: ({ kase, schema, form }) => (
    <Report parts={{ ...partsOfCase(kase), form: form as NonNullable<RecognitionParts['form']> }} schema={schema} />
  ),
};
