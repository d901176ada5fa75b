import { demoPassword } from './city.ts';
import { organisationOf } from './organisations.ts';
import { people } from './people.ts';

/** An account of the demonstration, and what is worth trying with it. */
export type DemoAccount = {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  readonly organisation: string;
  readonly tries: string;
};

/** Chinese names of the roles, as the accounts are listed. */
const roleTitles: Readonly<Record<string, string>> = {
  applicant: '申报（建设）单位',
  county_reviewer: '区县审核人',
  county_approver: '区县签发人',
  centre_officer: '市中心经办人',
  centre_approver: '市中心审定人',
  expert: '评审专家',
  agency: '服务机构',
  finance: '财务兑付人员',
  bank: '银行保险机构',
  enterprise: '企业',
  auditor: '审计监察人员',
};

const account = (username: string, tries: string): DemoAccount => {
  const offices = people.find((one) => one.username === username)?.offices ?? [];
  return {
    username,
    password: demoPassword,
    role: offices.map(([, role]) => roleTitles[role] ?? role).join('、'),
    organisation: offices.map(([key]) => organisationOf(key).name).join('、'),
    tries,
  };
};

/** Accounts worth signing in with. The others follow the same pattern: `<区县>.review`, `<区县>.sign`, `builder1`–`16`, `expert1`–`9`, `agency1`–`14`, `enterprise1`, `2`, `9`, `10`. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    username: 'admin',
    password: demoPassword,
    role: '系统管理员',
    organisation: organisationOf('centre').name,
    tries: '登记单位和人员，停用账号',
  },
  account(
    'officer1',
    '核对刚提交的申领；抽取专家；为“泺岚”提出遴选结论；核查两件公示异议；为“莲汀”的年度认定抽取专家；看预算、应得未领和各示范区进展',
  ),
  account(
    'officer2',
    '审核“赤窑”的方案调整；拟定新的申报批次；看第一批的遴选排名；判明“问津”与“简牍”重报的同一案件归谁；“岫川”的评分尚未封存齐，此时无人能看分',
  ),
  account(
    'approver1',
    '审定“岱青”的证券化（拟低于上限）；核定“晶格”的维权补助（公示已满）；确认三项事实；审定“槐汀”，认定“瀚岐”；审定“稷门”的方案调整（本年度已进入评审，计入下年）',
  ),
  account(
    'approver2',
    '确认上年度区县加分名单；第九条（三）预算不足：追加预算，还是公布结算比例；结论由经办人提出、审定人签发，二者不能是同一人',
  ),
  account('yiyuan.review', '“沂岚”的申报下一个工作日到期，请先办'),
  account('zhangdian.review', '刚收到“玉黛”的申报'),
  account('gaoqing.sign', '签发“黛湖”的推荐：服务种类缺一项，审核人已写明理由'),
  account('boshan.review', '只看得到本区县的申报和示范区：看“赤窑”上年度不合格的依据，登记区县支持'),
  account('gaoxin.review', '审核“岱青”的方案调整：逐项看差异、是否及时、对得分的影响'),
  account('gaoxin.sign', '签发“岱青”年度自评的区县意见'),
  account('huantai.sign', '签发“莲汀”的方案调整：一项指标拟降低目标'),
  account('expert4', '“岫川”的评分表已封存，不能再改'),
  account('expert7', '继续“岫川”的评分草稿，封存评分表；“稷门”的年度认定先声明有无利益关系'),
  account('expert5', '继续“稷门”年度认定的评分草稿：体制、机制、管理、创新和思路、措施'),
  account('expert8', '评审“岫川”前先声明有无利益关系，也可以申请回避'),
  account('expert10', '一人两个身份：评审专家，同时在服务机构任职；可切换身份，并因任职被排除在部分评审之外'),
  account('builder11', '“萌岚”被退回补正：按清单改四个字段后重新报送'),
  account('builder13', '“齐岫”的申报书已填完，检查后报送'),
  account('builder14', '“鹤汀”的申报书填了一半，接着填'),
  account('builder1', '上年度优秀：省级推荐等本单位同意并补充材料；填报任务和指标进展，看两版方案的差异；看证书，登记机构入驻'),
  account('builder2', '看本园区的进展、得分预测和提醒；补报一项指标；调整和自评都在区县'),
  account('builder16', '上年度不合格的“赤窑”正在整改：三项已报一项，接着写；本年度自评写了一半，调整方案已到市中心'),
  account('builder7', '上年度未获区县推荐，看理由；本批次再次申报，等待专家评估'),
  account('agency1', '本年授权超过200件可申领，胜诉补助还缺一份发票；券已用去一部分；看历年支持（1、2月请选上一年度）'),
  account('agency2', '申领齐备的胜诉补助和托管服务券；贷款申领被退回：一笔遭银行否认，一笔待银行确认'),
  account('agency3', '本年授权119件，再有2件进下一档；上年度的支持正在追回；托管券公示中，有人异议'),
  account('agency4', '本年授权68件，再有3件达到起点；有一张未用的服务券；一件胜诉案与别家重报，待核验'),
  account('agency5', '品牌资质在预算不足的一项里排队；提交的一笔兑用等企业确认；兑用别家的券'),
  account('agency6', '不在示范区内：看为什么没有支持'),
  account('agency11', '没有专利代理资质，领不到支持，但可以兑用别家的服务券'),
  account('agency12', '有一份导入待确认：逐行看错误，确认或放弃；证书申领还缺社保证明'),
  account('enterprise9', '为“岱青”的托管和案件作过确认；有机构用券服务本企业时在此确认或否认'),
  account('enterprise10', '确认或否认一笔服务券兑用，另有两项事实等本企业的话'),
  account('bank', '确认或否认一笔质押贷款；看已经答复过的'),
  account('finance', '编制兑付批次（还有一笔待付）；为已送银行的批次下载模拟回单并登记'),
  account('finance2', '另行点算，复核第三批'),
  account('finance3', '复核之后付款，生成银行文件：编制、复核、付款是三个人'),
  account('audit', '查看全市案卷、各示范区方案和台账，只读，查阅留痕'),
];
