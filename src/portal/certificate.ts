import { both } from '#core/kernel/words.ts';
import { dayInWords } from './days.ts';
import { heading, page, pairs, type Setting } from './frame.ts';
import { html } from './html.ts';
import type { ZoneItem } from './zones.ts';

const words = {
  title: both('示范区证书', 'Certificate of the zone'),
  says: both(
    '经审核评估和公示，认定为市级知识产权服务业集聚发展示范区，特发此证。',
    'Designated as a city-level IP service demonstration zone after review, evaluation and public notice.',
  ),
  number: both('证书编号', 'Certificate no.'),
  operator: both('建设单位', 'Building unit'),
  district: both('所在区县', 'District'),
  boundary: both('四至范围', 'Boundary'),
  since: both('认定日期', 'Designated on'),
  issuer: both('淄博市知识产权事业发展中心', 'Zibo City IP Development Centre'),
  check: both('扫码核对名册；称号以名册当前状态为准', 'Scan to check the register; the register says whether the title still stands'),
  back: both('返回名册', 'Back to the register'),
  ended: both('称号已不再持有，本证书失效', 'The title is no longer held; this certificate has no force'),
};

/** `/zones/{id}/certificate`: made to be printed; its QR code (`/zones/{id}/qr.svg`) leads back to the register. */
export function certificatePage(setting: Setting, { zone }: { readonly zone: ZoneItem }): string {
  const { language } = setting;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], undefined, [`/zones/${zone.id}`, words.back[language]])}
      <article class="card certificate">
        ${zone.status === 'revoked' && html`<p class="bad"><strong>${words.ended[language]}</strong></p>`}
        <h2>${zone.name}</h2>
        <p>${words.says[language]}</p>
        ${pairs([
          [words.number[language], zone.certificate],
          [words.operator[language], zone.operatorName],
          [words.district[language], zone.districtName],
          [words.boundary[language], zone.boundary],
          [words.since[language], dayInWords(zone.designatedOn, language)],
        ])}
        <p><img src="/zones/${zone.id}/qr.svg" width="120" height="120" alt="${words.check[language]}" /></p>
        <p class="note">${words.check[language]}</p>
        <p><strong>${words.issuer[language]}</strong></p>
      </article>
    </div>`,
  });
}
