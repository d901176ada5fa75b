import { both, type Words } from '#core/kernel/words.ts';

/** What the page of a redemption says. */
export const words = {
  service: both('服务与券', 'Service and voucher'),
  sentence: (holder: string, provider: string, client: string, kind: string) =>
    both(
      `${holder}持有的服务券，用于支付${provider}为${client}提供的${kind}服务。`,
      `The voucher of ${holder} pays ${provider} for ${kind} given to ${client}.`,
    ),
  amount: both('抵用金额', 'Amount'),
  voucher: both('券号', 'Voucher'),
  provider: both('服务方', 'Provider'),
  client: both('接受服务的企业', 'Client'),
  kind: both('服务种类', 'Service'),
  contract: both('服务合同', 'Contract'),
  invoice: both('发票', 'Invoice'),
  proof: both('服务凭证', 'Proof of the service'),
  payee: both('收款户名', 'Payee'),
  answered: both('未予兑用的理由', 'Why it was returned'),
  confirmLead: both(
    '确认后，市中心核对合同和发票，把下列金额付给服务方。没有接受这项服务的，请选“没有接受这项服务”。',
    'After you confirm, the centre checks contract and invoice and the provider is paid. If you did not receive the service, deny it.',
  ),
  settleLead: both('请核对合同、发票与下列内容一致；结算后记为应付。', 'Compare contract and invoice with this; once settled it is owed.'),
};

/** The eleven kinds of services (row 5.3b); the API describes inputs on offer only (docs/adr/0006-web.md). */
export const serviceWords: Readonly<Record<string, Words>> = {
  patent: both('专利', 'patents'),
  trademark: both('商标', 'trade marks'),
  copyright: both('版权', 'copyright'),
  geographical_indication: both('地理标志', 'geographical indications'),
  plant_variety: both('植物新品种', 'plant varieties'),
  search_analysis: both('检索分析', 'search and analysis'),
  navigation_warning: both('导航预警', 'navigation and early warning'),
  review_assessment: both('评议评估', 'review and valuation'),
  pledge_financing: both('质押融资', 'pledge financing'),
  transfer_commercialisation: both('转移转化', 'transfer and commercialisation'),
  custody: both('托管', 'custody'),
};
