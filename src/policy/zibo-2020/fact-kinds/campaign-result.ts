import { z } from 'zod';
import { choice, count, creditCode, day, field, line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { codeOf, defineFactKind, doubtful, type FactFault, notYet, orUnknown, paper } from './fact-kind.ts';

const campaigns = { zero_clearing: both('专利清零', 'Zero clearing'), doubling: both('专利倍增', 'Doubling') } as const;
const confirmed = both('区县确认日期', 'Day the county confirmed it');

const form = z.object({
  campaign: field(choice(campaigns), both('专项行动', 'Campaign'), { clause: '9.5b' }),
  enterpriseName: field(line(100), both('企业名称', 'Enterprise')),
  enterpriseCode: field(creditCode(), both('企业信用代码', 'Credit code of the enterprise')),
  baseCount: field(orUnknown(count()), both('上年末专利件数', 'Patents at the end of the year before'), {
    help: both('清零：有效和在审的合计；倍增：有效专利', 'Zero clearing: in force or pending; doubling: in force'),
  }),
  endCount: field(orUnknown(count()), both('本年末专利件数', 'Patents at the end of the year')),
  confirmedDate: field(day(), confirmed),
  mandateFile: paper(both('企业委托', 'Mandate')),
  baseListFile: paper(both('上年末专利清单', 'Patent list, end of the year before')),
  endListFile: paper(both('本年末专利清单', 'Patent list, end of the year')),
  countyFile: paper(both('区县确认文件', 'Confirmation of the county')),
});

type Data = z.output<typeof form>;

/** What 清零 and 倍增 mean by default (I-14); the centre confirms, so a doubt does not keep a result out. */
function doubts({ campaign, baseCount, endCount }: Data): FactFault | null {
  if (baseCount === null) return null;
  if (campaign === 'zero_clearing')
    return baseCount > 0 ? doubtful('baseCount', '清零企业上年末应没有专利，请核对', 'A cleared enterprise had no patent before') : null;
  if (baseCount === 0) return doubtful('baseCount', '倍增企业上年末应至少有1件专利，请核对', 'A doubling needs at least one patent before');
  return endCount !== null && endCount < baseCount * 2
    ? doubtful('endCount', '本年末不到上年末的两倍，请核对', 'Less than twice the number before')
    : null;
}

/** 第九条（五）后段：企业专利清零、倍增的结果；机构登记，市中心确认后计入。 */
export const campaignResult = defineFactKind({
  name: 'campaign_result',
  title: both('专利清零、倍增', 'Campaign result'),
  clause: '9.5b',
  form,
  enteredBy: ['agency'],
  confirmedBy: 'centre_approver',
  requiredFiles: ['mandateFile', 'baseListFile', 'endListFile', 'countyFile'],
  keep: (typed): Data => ({ ...typed, enterpriseCode: codeOf(typed.enterpriseCode) }),
  matterField: 'enterpriseCode',
  matter: ({ enterpriseCode, campaign, confirmedDate }) => `${enterpriseCode}|${campaign}|${confirmedDate.slice(0, 4)}`,
  validOn: ({ confirmedDate }) => confirmedDate,
  checks: (data, { today }) => [notYet('confirmedDate', confirmed, data.confirmedDate, today), doubts(data)],
  toCaseFile: ({ agency }, rows) =>
    rows
      .filter(({ standing }) => standing === 'stands')
      .map(({ validOn, data }) => ({
        id: `${campaigns[data.campaign].zh} ${data.enterpriseName}（${data.enterpriseCode}）`,
        type: 'campaign_result',
        agency,
        enterprise: data.enterpriseCode,
        campaign: data.campaign,
        confirmedDate: validOn,
      })),
});
