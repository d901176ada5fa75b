import { both } from '#core/kernel/words.ts';

/** What the smaller pages say. */
export const officeWords = {
  noMessages: both('还没有消息', 'No messages yet'),
  noMessagesNext: both('与您有关的案件有进展时，会在这里通知。', 'You are told here when a case of yours moves.'),
  year: both('年度', 'Year'),
  new: both('新', 'New'),
  openCase: both('查看案件', 'Open the case'),
  noZones: both('还没有认定的示范区', 'No zone is designated yet'),
  noZonesNext: both('认定后自动登记到名册，公开可查。', 'Zones appear here once designated, open to everybody.'),
  zone: both('示范区', 'Zone'),
  operator: both('建设单位', 'Operator'),
  site: both('区域类型', 'Kind of site'),
  industries: both('主导产业', 'Industries'),
  designatedOn: both('认定日期', 'Designated on'),
  certificate: both('证书编号', 'Certificate'),
};
