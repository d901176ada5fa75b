import { z } from 'zod';
import { day, field, line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { defineFactKind, doubtful, keyOf, notYet, orUnknown, paper } from './fact-kind.ts';

const issued = both('发证日期', 'Day of issue');
const employed = both('入职日期', 'Employed since');

/** The last six signs of an identity number: enough to tell namesakes apart, and no more than that is kept. */
const identityTail = () => z.string('请填写').refine((typed) => /^\d{5}[\dX]$/.test(keyOf(typed)), '应为证件号码最后六位，末位可以是X');

const form = z.object({
  certificateNo: field(line(40), both('资格证编号', 'Certificate no.'), {
    clause: '9.3c',
    help: both('专利代理师资格证的编号，不是执业备案号', 'Of the qualification certificate, not of the practice record'),
  }),
  person: field(line(40), both('持证人姓名', 'Person')),
  idTail: field(orUnknown(identityTail()), both('持证人证件号后六位', 'End of the identity number'), {
    help: both(
      '每人一生只支持一次，凭姓名和证件号后六位辨认同一个人',
      'A person is supported once for life and known by name and these six signs',
    ),
  }),
  issuedDate: field(day(), issued),
  employedSince: field(orUnknown(day()), employed),
  certificateFile: paper(both('资格证', 'Certificate')),
  labourContractFile: paper(both('劳动合同', 'Labour contract')),
  insuranceFile: paper(both('社会保险证明', 'Social insurance')),
  declarationFile: paper(both('未在别处申领的声明', 'Declaration that it is not claimed elsewhere')),
});

/** Facts recorded before the person was asked for lack it. */
type Data = Omit<z.output<typeof form>, 'idTail'> & Partial<Pick<z.output<typeof form>, 'idTail'>>;

/** 第九条（三）后另段：新取得的国家专利代理师资格证。 */
export const agentCertificate = defineFactKind({
  name: 'agent_certificate',
  title: both('专利代理师资格证', 'Patent-attorney certificate'),
  clause: '9.3c',
  form,
  enteredBy: ['agency'],
  confirmedBy: null,
  requiredFiles: ['certificateFile', 'labourContractFile', 'insuranceFile', 'declarationFile'],
  requiredFields: ['idTail'],
  keep: (typed): Data => ({ ...typed, idTail: typed.idTail && keyOf(typed.idTail) }),
  matterField: 'certificateNo',
  matter: ({ certificateNo }) => keyOf(certificateNo),
  validOn: ({ issuedDate }) => issuedDate,
  checks: ({ certificateNo, issuedDate, employedSince }, { today }) => [
    notYet('issuedDate', issued, issuedDate, today),
    notYet('employedSince', employed, employedSince, today),
    /^\d{7}$/.test(keyOf(certificateNo))
      ? null
      : doubtful('certificateNo', '资格证编号一般为7位数字，请核对', 'Usually seven digits; please check'),
  ],
  toCaseFile: ({ agency }, rows) =>
    rows.map(({ matter, validOn, data }) => ({
      id: `资格证 ${matter}`,
      type: 'agent_certificate',
      agency,
      person: data.person,
      certificateNo: matter,
      issuedDate: validOn,
    })),
});
