import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';
import { districts } from '#policy/zibo-2020/districts.ts';
import { dayInWords } from './days.ts';
import { heading, page, pairs, type Setting, to } from './frame.ts';
import { type Html, html, lines } from './html.ts';

/** What a zone has published of its measures and preferential terms, as `listZoneMeasures` answers it. */
export type MeasureItem = AnswerOf<NamedEndpoints['listZoneMeasures']>['rows'][number];

/** A zone as `listZones` answers it. */
export type ZoneItem = AnswerOf<NamedEndpoints['listZones']>[number];

/** A yearly grade as everybody may read it: the grade, not the score (第十四条). */
export type ZoneGrade = {
  readonly zone: string;
  readonly year: number;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly decidedOn: string;
};

const words = {
  title: both('示范区名册', 'Register of zones'),
  lede: both(
    '已认定的市级知识产权服务业集聚发展示范区。每条记录都有登记号，可凭认定证书号核对。',
    'The designated zones. Each has a register number and a certificate.',
  ),
  district: both('所在区县', 'District'),
  all: both('全部区县', 'All districts'),
  show: both('筛选', 'Show'),
  none: both('没有符合条件的示范区。', 'No zone matches.'),
  noneYet: both('还没有认定的示范区。首批认定并公示期满后会登记在这里。', 'No zone has been designated yet.'),
  number: both('登记号', 'Register no.'),
  name: both('示范区', 'Zone'),
  operator: both('建设单位', 'Building unit'),
  since: both('认定日期', 'Designated'),
  status: both('状态', 'Status'),
  latest: both('最近认定等次', 'Latest grade'),
  grades: both('历年认定等次', 'Yearly grades'),
  year: both('年度', 'Year'),
  grade: both('等次', 'Grade'),
  decided: both('认定日期', 'Decided'),
  noGrade: both('还没有年度认定结果。', 'There is no yearly result yet.'),
  see: both('查看和打印证书', 'See and print the certificate'),
  certificate: both('证书号', 'Certificate'),
  kind: both('区域类型', 'Kind of site'),
  boundary: both('四至范围', 'Boundary'),
  industries: both('主导产业', 'Main industries'),
  measures: both('集聚措施与优惠条件', 'Measures and preferential terms'),
  revoked: (day: string) => both(`自${day}起已取消示范区资格。`, `The title was revoked from ${day}.`),
  neverStood: both('资格以欺骗手段取得，已取消，自始无效。', 'The title was got by deceit. It is withdrawn and never stood.'),
  noMeasures: both('建设单位还没有公布措施和优惠条件。', 'The building unit has published none yet.'),
  published: both('公布', 'Published'),
};

const statuses: Readonly<Record<string, Words>> = {
  designated: both('资格有效', 'Title held'),
  rectifying: both('限期整改', 'Rectifying'),
  revoked: both('已取消', 'Cancelled'),
};
const tones: Readonly<Record<string, string>> = { designated: 'tag', rectifying: 'tag warn', revoked: 'tag off' };

const statusTag = (status: string, language: Language): Html =>
  html`<span class="${tones[status] ?? 'tag off'}">${statuses[status]?.[language] ?? status}</span>`;

const gradeTones: Readonly<Record<string, string>> = { excellent: 'tag', qualified: 'tag', unqualified: 'tag warn' };
const gradeTag = ({ grade, gradeTitle }: ZoneGrade): Html => html`<span class="${gradeTones[grade] ?? 'tag off'}">${gradeTitle}</span>`;
const yearText = (year: number, language: Language): string => (language === 'zh' ? `${String(year)}年` : String(year));

export type ZonesData = {
  readonly zones: readonly ZoneItem[];
  /** Yearly grades, newest first. */
  readonly grades: readonly ZoneGrade[];
  /** Code of the district asked for by `?district=`; empty or absent for all. */
  readonly district?: string;
};

/** `/zones`, with an optional `?district=` taken from the plain form. The page filters; hand it the whole register. */
export function zonesPage(setting: Setting, { zones, grades, district = '' }: ZonesData): string {
  const { language, isLanguageChosen } = setting;
  const shown = zones.filter((zone) => district === '' || zone.district === district);
  const option = (code: string, label: string) => html`<option value="${code}" ${code === district && html` selected`}>${label}</option>`;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])}
      <form class="filter" method="get" action="/zones">
        ${isLanguageChosen && html`<input type="hidden" name="lang" value="${language}" />`}
        <div>
          <label for="district">${words.district[language]}</label
          ><select id="district" name="district">
            ${option('', words.all[language])}${districts.map(({ code, name }) => option(code, name[language]))}
          </select>
        </div>
        <button type="submit">${words.show[language]}</button>
      </form>
      ${shown.length > 0 ? table(setting, shown, grades) : html`<p class="note">${(zones.length === 0 ? words.noneYet : words.none)[language]}</p>`}
    </div>`,
  });
}

function table(setting: Setting, zones: readonly ZoneItem[], grades: readonly ZoneGrade[]): Html {
  const { language } = setting;
  const count = language === 'zh' ? `共${zones.length}个` : `${zones.length} in all`;
  const latest = (zone: ZoneItem) => {
    const found = grades.find((grade) => grade.zone === zone.id);
    return found ? html`${gradeTag(found)} ${yearText(found.year, language)}` : '–';
  };
  const row = (zone: ZoneItem) =>
    html`<tr>
      <td><a class="big" href="${to(setting, `/zones/${zone.id}`)}">${zone.name}</a></td>
      <td data-label="${words.number[language]}" class="num">${zone.number}</td>
      <td data-label="${words.district[language]}">${zone.districtName}</td>
      <td data-label="${words.operator[language]}">${zone.operatorName}</td>
      <td data-label="${words.since[language]}"><time datetime="${zone.designatedOn}">${zone.designatedOn}</time></td>
      <td data-label="${words.latest[language]}">${latest(zone)}</td>
      <td>${statusTag(zone.status, language)}</td>
    </tr>`;
  const columns = [words.name, words.number, words.district, words.operator, words.since, words.latest, words.status];
  return html`<table class="stack">
    <caption>
      ${count}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column[language]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${zones.map(row)}
    </tbody>
  </table>`;
}

/** One measure or preferential term: kind and name, document, day, and what it says. */
const measure = ({ kindTitle, title, documentNumber, on, summary }: MeasureItem, language: Language): Html =>
  html`<article>
    <h3><span class="tag">${kindTitle}</span> ${title}</h3>
    <p class="soft">
      ${documentNumber && html`${documentNumber} · `}${words.published[language]} <time datetime="${on}">${dayInWords(on, language)}</time>
    </p>
    <p>${lines(summary)}</p>
  </article>`;

/** What the building unit offers, open to everybody (row 11.1). */
const measuresPart = (measures: readonly MeasureItem[], language: Language): Html =>
  html`<section>
    <h2>${words.measures[language]}</h2>
    ${measures.length > 0 ? measures.map((one) => measure(one, language)) : html`<p class="note">${words.noMeasures[language]}</p>`}
  </section>`;

type ZoneData = { readonly zone: ZoneItem; readonly grades: readonly ZoneGrade[]; readonly measures: readonly MeasureItem[] };

/** How a title ended; a title got by deceit never stood (I-06). */
function endPart({ status, statusSince, isVoid }: ZoneItem, language: Language): Html | false {
  if (status !== 'revoked') return false;
  const says = isVoid ? words.neverStood : words.revoked(statusSince);
  return html`<p class="bad"><strong>${says[language]}</strong></p>`;
}

/** `/zones/{id}`: the zone's entry in the register and what it offers. */
export function zonePage(setting: Setting, { zone, grades, measures }: ZoneData): string {
  const { language } = setting;
  const own = grades.filter((grade) => grade.zone === zone.id);
  return page(setting, {
    title: zone.name,
    body: html`<div class="wrap">
      ${heading(setting, zone.name, statusTag(zone.status, language), ['/zones', words.title[language]])} ${endPart(zone, language)}
      ${pairs([
        [words.number[language], zone.number],
        [words.certificate[language], zone.certificate],
        [words.district[language], zone.districtName],
        [words.operator[language], zone.operatorName],
        [words.since[language], dayInWords(zone.designatedOn, language)],
        [words.kind[language], zone.siteKindTitle],
        [words.industries[language], zone.industries.join('、')],
        [words.boundary[language], lines(zone.boundary)],
      ])}
      <p><a href="${to(setting, `/zones/${zone.id}/certificate`)}">${words.see[language]}</a></p>
      <h2>${words.grades[language]}</h2>
      ${own.length > 0 ? gradeTable(own, language) : html`<p class="note">${words.noGrade[language]}</p>`}
      ${measuresPart(measures, language)}
    </div>`,
  });
}

function gradeTable(grades: readonly ZoneGrade[], language: Language): Html {
  return html`<table>
    <thead>
      <tr>
        ${[words.year, words.grade, words.decided].map((column) => html`<th scope="col">${column[language]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${grades.map(
        (grade) =>
          html`<tr>
            <th scope="row">${yearText(grade.year, language)}</th>
            <td>${gradeTag(grade)}</td>
            <td><time datetime="${grade.decidedOn}">${grade.decidedOn}</time></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
