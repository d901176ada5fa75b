import { dayWords } from './words.ts';
import { districtNames } from '#policy/zibo-2020/districts.ts';
import { siteKinds } from '#processes/application/form.ts';
import { clauseTitles, isClause } from '#processes/claim/clauses.ts';
import { fundingSources } from '#processes/plan/content.ts';
import { sources } from '#processes/plan/sources.ts';
import { type Grade, grades } from '#processes/recognition/scoring.ts';
import { type RecommendationData, levels } from '#processes/recommendation/data.ts';
import type { Scorecard } from '#server/cases/plan-scorecard.ts';
import type * as store from '#server/stores/dossiers.ts';
import type { PlanVersionRow } from '#server/stores/plans.ts';
import type { DossierDocument, DossierSection } from './document.ts';
import { amountWords, pointsWords, recordKinds, statusWords, taskStates } from './words.ts';

type Rows<Name extends keyof typeof store> = (typeof store)[Name] extends (...args: never[]) => Promise<infer Found>
  ? NonNullable<Found>
  : never;

/** Everything the record holds of a zone that a dossier tells. */
export type DossierRecord = {
  readonly kase: { readonly number: string; readonly data: RecommendationData };
  readonly zone: Rows<'dossierZone'>;
  readonly grades: Rows<'dossierGrades'>;
  readonly plans: readonly PlanVersionRow[];
  readonly scorecard: Scorecard | null;
  readonly support: Rows<'dossierSupport'>;
  readonly agencies: Rows<'dossierAgencies'>;
  readonly measures: Rows<'dossierMeasures'>;
  readonly evidence: readonly (store.EvidenceRow & { readonly path: string })[];
};

const pairs = (rows: readonly (readonly [string, string])[]) => ({ head: [], widths: [26, 74], rows });

function registerSection({ zone }: DossierRecord): DossierSection {
  return {
    title: '一、示范区基本情况与认定',
    source: `示范区名册；认定案件${zone.kase_number}`,
    table: pairs([
      ['编号', zone.number],
      ['证书编号', zone.certificate],
      ['名称', zone.name],
      ['所在区县', districtNames[zone.district]?.zh ?? zone.district],
      ['建设单位', zone.operator_name],
      ['区域类型', siteKinds[zone.site_kind as keyof typeof siteKinds]?.zh ?? zone.site_kind],
      ['四至范围', zone.boundary],
      ['主导产业', zone.industries.join('、')],
      ['认定日期', dayWords(zone.designated_on)],
      ['资格状态', `${statusWords(zone.status)}（自${dayWords(zone.status_since)}）`],
    ]),
  };
}

const gradesSection = ({ grades: rows }: DossierRecord): DossierSection => ({
  title: '二、历年年度认定',
  source: '年度认定结果；每年度的案件号见末列',
  table: {
    head: ['年度', '等次', '方案落实（60）', '经验（25）', '推进（15）', '总分', '方案版本', '认定日期', '案件'],
    widths: [7, 8, 12, 9, 9, 9, 10, 18, 18],
    rows: rows.map((row) => [
      String(row.year),
      grades[row.grade as Grade]?.zh ?? row.grade,
      ...[row.part_one, row.part_two, row.part_three, row.total].map(pointsWords),
      `第${row.plan_version}版`,
      dayWords(row.decided_on),
      row.number,
    ]),
  },
});

const plansSection = ({ plans }: DossierRecord): DossierSection => ({
  title: '三、建设方案的版本',
  source: '市中心同意的建设方案；案件号见末列',
  table: {
    head: ['版本', '同意日期', '文号', '起用年度', '案件'],
    widths: [12, 20, 30, 14, 24],
    rows: plans.map((row) => [`第${row.version}版`, dayWords(row.consented_on), row.document_number, `${row.counts_from}年度`, row.number]),
  },
});

const tasksSection = ({ scorecard, kase }: DossierRecord): DossierSection => ({
  title: `四、${kase.data.basis.year}年度任务完成情况`,
  source: scorecard ? `建设方案第${scorecard.version}版；建设单位填报的进展，日期见末列` : '没有适用于该年度的方案版本',
  table: {
    head: ['编号', '任务', '完成期限', '状态', '计划投入（元）', '已投入（元）', '填报日期'],
    widths: [8, 31, 14, 10, 12, 11, 14],
    rows: (scorecard?.tasks ?? []).map((task) => [
      task.no,
      task.title,
      task.end,
      taskStates[task.state],
      amountWords(task.moneyYuan),
      amountWords(task.spentYuan),
      task.reportedOn ?? '未填报',
    ]),
  },
});

const indicatorsSection = ({ scorecard, kase }: DossierRecord): DossierSection => ({
  title: `五、${kase.data.basis.year}年度指标完成情况`,
  source: '目标值来自建设方案；完成值的来源见末列',
  table: {
    head: ['编号', '指标', '单位', '目标值', '完成值', '完成率', '来源'],
    widths: [8, 26, 8, 10, 10, 10, 28],
    rows: (scorecard?.indicators ?? []).map((one) => [
      one.no,
      one.name,
      one.unit,
      amountWords(one.target),
      one.actual === null ? '未知' : amountWords(one.actual),
      `${(one.share * 100).toFixed(2)}%`,
      one.from.zh,
    ]),
  },
});

const countsSection = ({ scorecard, kase }: DossierRecord): DossierSection => ({
  title: `六、${kase.data.basis.year}年度系统统计`,
  source: '由系统按机构入驻期间统计，存疑的事实不计',
  table: {
    head: ['统计项', '数量', '单位'],
    widths: [60, 22, 18],
    rows: Object.entries(scorecard?.counts ?? {}).map(([name, value]) => [
      sources[name as keyof typeof sources].title.zh,
      value === null ? '未知' : amountWords(value),
      sources[name as keyof typeof sources].unit ?? '',
    ]),
  },
});

const fundsSection = ({ scorecard, kase }: DossierRecord): DossierSection => ({
  title: `七、${kase.data.basis.year}年度配套资金`,
  source: '计划数来自建设方案；到位与支出为登记的资金记录之和',
  table: {
    head: ['来源', '计划（元）', '到位（元）', '支出（元）'],
    widths: [34, 22, 22, 22],
    rows: (scorecard?.funds ?? []).map((line) => [
      fundingSources[line.source as keyof typeof fundingSources]?.zh ?? line.source,
      ...[line.plannedYuan, line.arrivedYuan, line.spentYuan].map(amountWords),
    ]),
  },
});

const agenciesSection = ({ agencies }: DossierRecord): DossierSection => ({
  title: '八、区内服务机构与从业人员',
  source: '机构入驻登记；人数为最近一次登记，日期见末列',
  table: {
    head: ['机构', '统一社会信用代码', '入驻日期', '从业人员', '代理师', '登记日期'],
    widths: [31, 22, 14, 10, 9, 14],
    rows: agencies.map((row) => [
      row.name,
      row.credit_code ?? '',
      row.from_day,
      row.staff === null ? '未登记' : String(row.staff),
      row.attorneys === null ? '未登记' : String(row.attorneys),
      row.told_on ?? '',
    ]),
  },
});

const measuresSection = ({ measures }: DossierRecord): DossierSection => ({
  title: '九、扶持措施',
  source: '已公布的措施、优惠政策与区县支持记录；登记单位见末列',
  table: {
    head: ['类别', '日期', '名称', '主要内容', '金额（元）', '登记单位'],
    widths: [10, 14, 21, 29, 11, 15],
    rows: measures.map((row) => [
      recordKinds[row.kind] ?? row.kind,
      row.on_day,
      row.title,
      row.says,
      row.yuan === null ? '' : amountWords(row.yuan),
      row.organisation_name,
    ]),
  },
});

const supportSection = ({ support }: DossierRecord): DossierSection => ({
  title: '十、第九条支持',
  source: '市中心核定的支持，已追回的不计',
  table: {
    head: ['年度', '条款', '机构数', '件数', '资金（元）', '服务券（元）'],
    widths: [9, 45, 10, 10, 13, 13],
    rows: support.map((row) => [
      String(row.year),
      isClause(row.clause) ? clauseTitles[row.clause].zh : row.clause,
      String(row.agencies),
      String(row.items),
      amountWords(row.cash / 100),
      amountWords(row.vouchers / 100),
    ]),
  },
});

function unitSection({ kase }: DossierRecord): DossierSection {
  const { unit } = kase.data;
  return {
    title: '十一、建设单位意见',
    source: `推荐案件${kase.number}`,
    table: pairs(
      unit
        ? [
            ['意见', '同意推荐，所报情况属实'],
            ['建设成效与申报意愿', unit.statement],
            ['提交', `${unit.by}，${dayWords(unit.consentedAt.slice(0, 10))}`],
          ]
        : [],
    ),
  };
}

const evidenceSection = ({ evidence }: DossierRecord): DossierSection => ({
  title: '十二、证明材料目录',
  source: '各案件与记录所附文件；散列值为SHA-256，可用以核对文件未被改动',
  table: {
    head: ['序号', '文件', '出处', 'SHA-256'],
    widths: [7, 30, 23, 40],
    rows: evidence.map(({ path, source, hash }, index) => [String(index + 1), path.replace(/^.*\//, ''), source, hash]),
  },
});

/** The dossier of a recommendation, section by section. */
export const documentOf = (record: DossierRecord): DossierDocument => ({
  name: record.zone.name,
  title: '推荐材料',
  subtitle: `推荐申报${levels[record.kase.data.level].zh}　依据${record.kase.data.basis.year}年度认定结果　案件${record.kase.number}`,
  sections: [
    registerSection,
    gradesSection,
    plansSection,
    tasksSection,
    indicatorsSection,
    countsSection,
    fundsSection,
    agenciesSection,
    measuresSection,
    supportSection,
    unitSection,
    evidenceSection,
  ].map((section) => section(record)),
});
