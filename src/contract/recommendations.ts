import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const city = ['centre_officer', 'centre_approver', 'auditor'] as const;
const ById = z.object({ id: z.uuid() });

/** A package that was made for a recommendation. */
const DossierView = z.object({
  n: z.int(),
  /** SHA-256 of the whole package. */
  hash: z.string(),
  size: z.int(),
  files: z.int(),
  madeAt: z.string(),
  madeByName: z.string(),
  /** It is the one that was sent. */
  isSent: z.boolean(),
});

const Section = z.object({
  title: z.string(),
  source: z.string(),
  table: z.object({ head: z.array(z.string()), widths: z.array(z.number()), rows: z.array(z.array(z.string())) }),
});

/** The priority list and the dossiers of recommendations (rows 4.2, 14.3b). */
export const recommendationEndpoints = {
  listPriorities: endpoint({
    method: 'GET',
    path: '/recommendations',
    summary: both('优先推荐名单', 'Priority list'),
    clause: '14.3b',
    who: city,
    query: z.object({ year: z.coerce.number('请填写年度').int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚').optional() }),
    answer: z.object({
      /** null while no year has a result. */
      year: z.int().nullable(),
      years: z.array(z.int()),
      /** Grades that may be recommended, as the reading I-40 has them. */
      gradeTitles: z.array(z.string()),
      /** Zones of the year without a result yet. */
      undecided: z.int(),
      levels: z.array(z.object({ name: z.string(), title: z.string() })),
      rows: z.array(
        z.object({
          zone: z.string(),
          number: z.string(),
          name: z.string(),
          districtName: z.string(),
          operatorName: z.string(),
          rank: z.int(),
          grade: z.string(),
          gradeTitle: z.string(),
          scores: z.object({ one: z.number(), two: z.number(), three: z.number(), total: z.number() }),
          decidedOn: z.string(),
          recommendations: z.array(
            z.object({
              case: z.string(),
              number: z.string(),
              level: z.string(),
              levelTitle: z.string(),
              state: z.string(),
              stateTitle: z.string(),
              isFinal: z.boolean(),
              title: z.string().nullable(),
            }),
          ),
          /** For each level: why it can not be opened, or what it needs a reason for; both empty where nothing is in the way. */
          levels: z.array(
            z.object({ level: z.string(), isOpen: z.boolean(), held: z.string().nullable(), passedOver: z.array(z.string()) }),
          ),
        }),
      ),
    }),
  }),
  readDossier: endpoint({
    method: 'GET',
    path: '/recommendations/{id}/dossier',
    summary: both('推荐材料预览', 'Preview of the dossier'),
    clause: '4.2',
    who: city,
    params: ById,
    answer: z.object({ title: z.string(), subtitle: z.string(), sections: z.array(Section), dossiers: z.array(DossierView) }),
  }),
  makeDossier: endpoint({
    method: 'POST',
    path: '/recommendations/{id}/dossiers',
    summary: both('生成推荐材料', 'Make the dossier'),
    clause: '4.2',
    who: ['centre_officer'],
    params: ById,
    isCommand: true,
    status: 201,
    answer: DossierView,
  }),
  downloadDossier: endpoint({
    method: 'GET',
    path: '/recommendations/{id}/dossiers/{n}',
    summary: both('下载推荐材料', 'Download the dossier'),
    clause: '4.2',
    who: city,
    params: z.object({ id: z.uuid(), n: z.coerce.number().int().min(1).max(10_000) }),
    givesFile: true,
  }),
} as const;
