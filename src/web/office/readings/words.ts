import { both } from '#core/kernel/words.ts';

/** What the register of readings says. */
export const words = {
  title: both('解释与口径', 'Readings'),
  lead: both(
    '方案有几种读法的地方逐项登记在此（第十六条）。市中心拟定并由另一人签发后生效；在此之前按默认读法计算，结果上注明“待确认”。',
    'Every place where the plan can be read in several ways (Art. 16). A ruling is drafted by one person and put in force by another; until then the default is used and every result says so.',
  ),
  filter: both('按状态查看', 'By status'),
  all: both('全部', 'All'),
  first: both('首批请示', 'Ask first'),
  default_unconfirmed: both('待确认', 'Not confirmed'),
  confirmed: both('已确认', 'Confirmed'),
  replaced: both('已另定', 'Replaced'),
  pending: both('待签发', 'Drafted'),
  inEffect: both('现行读法', 'In effect'),
  options: both('可选读法', 'Options'),
  usual: both('默认', 'default'),
  reasoning: both('理由', 'Reasoning'),
  document: (number: string) => both(`文号 ${number}`, `Document ${number}`),
  draft: both('拟定解释', 'Draft a ruling'),
  drafted: both('解释已拟定，待另一人签发', 'Drafted; another person puts it in force'),
  pendingOne: (value: string, from: string) =>
    both(`已拟定：${value}，自${from}起；待另一人签发。`, `Drafted: ${value} from ${from}; another person puts it in force.`),
  open: both('查看', 'Open'),
  none: both('这一状态下没有事项', 'Nothing has this status'),
  value: both('采用的读法', 'Reading'),
  listHelp: both('几个数字用逗号隔开，逐个递增', 'Numbers with commas between, rising'),
  effect: both(
    '签发生效后，生效日及以后的核算按此进行；以前的核算不变。',
    'Once in force, determinations from the effective day on follow it; earlier ones stay.',
  ),
  cancel: both('取消', 'Cancel'),
};
