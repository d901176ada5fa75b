import { z } from 'zod';
import { creditCode, day, field, line } from '#core/form/fields.ts';
import { weekdayOf, type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { readPatentNumber } from '#core/kernel/patent-number.ts';
import { both } from '#core/kernel/words.ts';
import { cityOfAddress, readGrantList } from '../grant-list.ts';
import {
  beforeLicence,
  type CaseFacts,
  codeOf,
  defineFactKind,
  doubtful,
  keyOf,
  notYet,
  orUnknown,
  paper,
  type Scene,
  type StoredFact,
  wrong,
} from './fact-kind.ts';

const inventionNumber = () =>
  z.string('请填写').superRefine((typed, context) => {
    const read = readPatentNumber(typed);
    if (!read.ok) context.addIssue({ code: 'custom', message: read.says });
    else if (read.number?.kind !== 'invention') context.addIssue({ code: 'custom', message: '不是发明专利（类型位应为1或8），不计入' });
  });

const grantDay = both('授权公告日', 'Day of the announcement');

const form = z.object({
  number: field(inventionNumber(), both('申请号', 'Application number'), { clause: '9.5a' }),
  title: field(line(300), both('名称', 'Title')),
  owner: field(line(300), both('申请人', 'Owner'), { help: both('多个权利人的，第一权利人写在最前', 'The first-named owner comes first') }),
  ownerCode: field(orUnknown(creditCode()), both('第一权利人信用代码', 'Credit code of the first owner')),
  address: field(line(300), both('地址', 'Address')),
  grantDate: field(day(), grantDay),
  agencyName: field(orUnknown(line(100)), both('代理机构', 'Agency of record')),
  grantFile: paper(both('授权公告或官方授权数据', 'Announcement or official grant data')),
});

type Form = z.output<typeof form>;
type Data = Omit<Form, 'ownerCode' | 'grantFile'> & Partial<Pick<Form, 'ownerCode' | 'grantFile'>> & { readonly ownerCity: string | null };

const numberOf = (typed: string): string => {
  const read = readPatentNumber(typed);
  return read.ok ? read.value : typed;
};

/** Any name no enterprise has: grants of owners without a campaign are known not to stand behind one. */
const otherOwner = '其他企业';

/** The enterprise behind a grant; it only matters where the agency has campaign results. */
function enterpriseOf({ owner, ownerCode }: Data, served: Scene['served']): string | null {
  if (served.size === 0) return null;
  if (ownerCode) return codeOf(ownerCode);
  const first = owner.split(/[;；、,，|]/)[0] ?? '';
  return keyOf(first) === '' ? null : (served.get(keyOf(first)) ?? otherOwner);
}

const cityMark = (city: string | null): string => (city === '370300' ? '' : city === null ? '（地址待核）' : '（外地）');

type List = {
  readonly day: string;
  readonly city: string | null;
  readonly enterprise: string | null;
  readonly numbers: string[];
};

/** Grants of one day, one owner city and, beside campaigns, one enterprise are one fact: the engine counts numbers, not rows. */
function toCaseFile({ agency, served }: Scene, rows: readonly StoredFact<Data>[]): CaseFacts {
  const lists = new Map<string, List>();
  for (const { matter, validOn, data } of rows) {
    const city = data.ownerCity;
    const enterprise = enterpriseOf(data, served);
    const key = `${validOn}/${city ?? ''}/${enterprise ?? ''}`;
    const list = lists.get(key);
    if (list) list.numbers.push(matter);
    else lists.set(key, { day: validOn, city, enterprise, numbers: [matter] });
  }
  return [...lists.values()].map(({ day: grantDate, city, enterprise, numbers }) => ({
    id: `授权${grantDate}${cityMark(city)}${enterprise === null ? '' : ` ${enterprise}`}`,
    type: 'invention_grant_list' as const,
    agency,
    grantDate,
    ...(city === null ? {} : { ownerCity: city }),
    ...(enterprise === null ? {} : { enterprise }),
    patentNos: numbers,
  }));
}

/** 第九条（五）：本机构代理的发明专利授权。 */
export const inventionGrant = defineFactKind({
  name: 'invention_grant',
  title: both('发明专利授权', 'Invention grant'),
  clause: '9.5a',
  form,
  enteredBy: ['agency'],
  confirmedBy: null,
  requiredFiles: [],
  keep: (typed): Data => ({
    ...typed,
    number: numberOf(typed.number),
    ownerCode: typed.ownerCode && codeOf(typed.ownerCode),
    ownerCity: cityOfAddress(typed.address),
  }),
  matterField: 'number',
  matter: ({ number }) => number,
  validOn: ({ grantDate }) => grantDate,
  checks: ({ number, grantDate, ownerCity }, context) => {
    const weekday = weekdayOf(grantDate as BusinessDate);
    const read = readPatentNumber(number);
    const filed = read.ok ? (read.number?.year ?? 0) : 0;
    return [
      notYet('grantDate', grantDay, grantDate, context.today),
      yearOf(grantDate as BusinessDate) < filed
        ? wrong('grantDate', '授权公告日早于申请年份', 'The announcement is older than the application')
        : null,
      weekday === 2 || weekday === 5
        ? null
        : doubtful('grantDate', '授权公告通常在周二或周五，请核对', 'Announcements are on Tuesdays and Fridays; please check'),
      beforeLicence('grantDate', grantDate, context),
      ownerCity === null ? doubtful('address', '看不出所在城市，是否本市专利待核', 'The address names no city') : null,
      ownerCity === '000000' ? doubtful('address', '第一专利权人不在本市，不计入数量', 'The first owner is not in the city') : null,
    ];
  },
  toCaseFile,
  readList: (table, today) => {
    const { rows, faults, rowCount } = readGrantList(table, today);
    return { rows: rows.map((data) => ({ row: 0, data })), faults, rowCount };
  },
});
