import type { BusinessDate } from '#core/kernel/dates.ts';
import { applicationForm, changesOf, type FilledForm, type FormFiles } from './application-form.ts';
import { accountOf, act, type City, dossierOf, openCase, upload } from './city.ts';
import { type Park, parkOf } from './parks.ts';
import { pdfOf } from './pdf.ts';
import { requestsFor } from './opinions.ts';

/** One application: a park in a call. `day` is the day on which its form is dated. */
export type Application = { readonly park: Park; readonly call: string; readonly day: BusinessDate; readonly year: number };

/** Key under which the case of an application is known. */
export const keyOf = ({ park, call }: Application): string => `${call}-${park.key}`;

const documents = {
  mechanism: 'Management mechanism',
  plan: 'Development plan',
  policy: 'Supporting policy',
  seal: 'Sealed page',
} as const;
const fileNames = { mechanism: '管理机制文件.pdf', plan: '发展规划.pdf', policy: '扶持政策.pdf', seal: '盖章页.pdf' } as const;

const pageOf = (application: Application, title: string) =>
  pdfOf([
    title,
    `Invented for demonstration: ${keyOf(application)}`,
    `Dated ${application.day}`,
    'This document describes nothing that exists.',
  ]);

/** Uploads the four documents of an application. */
async function uploadDocuments(city: City, application: Application): Promise<FormFiles> {
  const account = await accountOf(city, application.park.key);
  const one = async (kind: keyof typeof documents) =>
    upload(city, account, { name: fileNames[kind], type: 'application/pdf', bytes: pageOf(application, documents[kind]) });
  const [mechanism, plan, policy, seal] = await Promise.all([one('mechanism'), one('plan'), one('policy'), one('seal')]);
  return { mechanism, plan, policy, seal };
}

/** Sections of a form that is only half written. */
const halfOfTheForm = ['cover', 'applicant', 'siting', 'industry'];

/** Opens an application in its call and writes the form, whole or half. */
export async function draft(city: City, application: Application, extent: 'whole' | 'half' = 'whole'): Promise<void> {
  const account = await accountOf(city, application.park.key);
  const call = dossierOf(city, application.call).id;
  const dossier = await openCase(city, { process: 'application', key: keyOf(application), as: account, input: { call } });
  const files = await uploadDocuments(city, application);
  const form: FilledForm = applicationForm(application.park, application, files);
  const changes = changesOf(form, extent === 'half' ? halfOfTheForm : undefined);
  await act(city, dossier, { as: account, event: 'fill_in', input: { changes: extent === 'half' ? changes.slice(0, -2) : changes } });
}

/** Opens, writes and files an application. */
export async function apply(city: City, application: Application): Promise<void> {
  await draft(city, application);
  await act(city, dossierOf(city, keyOf(application)), { as: await accountOf(city, application.park.key), event: 'file' });
}

export async function withdraw(city: City, application: Application): Promise<void> {
  const input = { reason: '园区边界正在调整，待批复后再行申报。' };
  await act(city, dossierOf(city, keyOf(application)), { as: await accountOf(city, application.park.key), event: 'withdraw', input });
}

const amended: Readonly<Record<string, string>> = {
  'siting.boundary': '北侧界线改以道路中心线为准，道路北侧楼宇不在范围内；其余三侧与图纸一致，面积不变。',
  'industry.demand': '问卷于申报前两个月发放，回收有效问卷五十二份；比例按有效问卷计算，需要专利布局的占七成，需要融资对接的占四成。',
  'plan.campaigns': '各项行动由企业服务中心牵头，第一年帮助十家企业取得首件专利，第二年推动六家企业专利数量翻一番，按季度公布进度。',
};

/** Completes the fields the county asked for and files again. */
export async function amendAndFile(city: City, application: Application): Promise<void> {
  const account = await accountOf(city, application.park.key);
  const dossier = dossierOf(city, keyOf(application));
  const bytes = pdfOf(['Supporting policy, complete', `Invented for demonstration: ${keyOf(application)}`, 'Pages 1 and 2']);
  const policyFile = await upload(city, account, { name: '扶持政策（完整）.pdf', type: 'application/pdf', bytes });
  const changes = requestsFor.map(({ path }) => ({ path, value: path === 'district.policyFile' ? policyFile : amended[path] }));
  await act(city, dossier, { as: account, event: 'amend', input: { changes } });
  await act(city, dossier, { as: account, event: 'resubmit' });
}

export const applicationOf = (park: string, call: string, day: BusinessDate, year: number): Application => ({
  park: parkOf(park),
  call,
  day,
  year,
});
