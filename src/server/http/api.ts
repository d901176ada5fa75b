import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract, type NamedEndpoints } from '#contract/index.ts';
import { openApi } from '#contract/openapi.ts';
import type { Call, Handler } from './call.ts';
import * as audit from './audit.ts';
import * as bonus from './bonus.ts';
import * as budget from './budget.ts';
import * as bulk from './bulk.ts';
import * as cases from './cases.ts';
import * as determinations from './determinations.ts';
import * as confirmations from './fact-confirmations.ts';
import * as imports from './fact-imports.ts';
import * as facts from './facts.ts';
import * as falseClaims from './false-claims.ts';
import * as files from './files.ts';
import type { House } from './house.ts';
import { cookieName, letIn } from './let-in.ts';
import * as people from './people.ts';
import * as payees from './payees.ts';
import * as payments from './payments.ts';
import * as planReports from './plan-reports.ts';
import * as plans from './plans.ts';
import * as open from './public.ts';
import * as recognitions from './recognitions.ts';
import * as revocations from './revocations.ts';
import * as recommendations from './recommendations.ts';
import * as scorecards from './scorecards.ts';
import * as session from './session.ts';
import * as vouchers from './vouchers.ts';
import * as workload from './workload.ts';
import * as zoneRecords from './zone-records.ts';

type Handlers = { readonly [Name in keyof NamedEndpoints]: Handler<NamedEndpoints[Name]> };

/** One handler per named endpoint; a missing one does not compile. */
const handlers: Handlers = {
  signIn: session.signInHandler,
  readSession: session.readSessionHandler,
  signOut: session.signOutHandler,
  passSecondFactor: session.passSecondFactorHandler,
  switchOffice: session.switchOfficeHandler,
  changePassword: session.changePasswordHandler,
  enrolSecondFactor: session.enrolSecondFactorHandler,
  confirmSecondFactor: session.confirmSecondFactorHandler,
  listSessions: session.listSessionsHandler,
  endSession: session.endSessionHandler,
  listMessages: session.listMessagesHandler,
  readMessages: session.readMessagesHandler,
  listDuties: cases.listDutiesHandler,
  describeProcesses: cases.describeProcessesHandler,
  readFiling: cases.readFilingHandler,
  readScoreDraft: cases.readScoreDraftHandler,
  saveScoreDraft: cases.saveScoreDraftHandler,
  readRanking: cases.readRankingHandler,
  listOrganisations: people.listOrganisationsHandler,
  addOrganisation: people.addOrganisationHandler,
  listPeople: people.listPeopleHandler,
  addPerson: people.addPersonHandler,
  disablePerson: people.disablePersonHandler,
  listImports: imports.listImportsHandler,
  checkImport: imports.checkImportHandler,
  readImport: imports.readImportHandler,
  confirmImport: imports.confirmImportHandler,
  discardImport: imports.discardImportHandler,
  describeFactKinds: facts.describeFactKindsHandler,
  readFactTemplate: facts.readFactTemplateHandler,
  listFacts: facts.listFactsHandler,
  readFact: facts.readFactHandler,
  addFact: facts.addFactHandler,
  correctFact: facts.correctFactHandler,
  withdrawFact: facts.withdrawFactHandler,
  listFactsToConfirm: confirmations.listFactsToConfirmHandler,
  confirmFact: confirmations.confirmFactHandler,
  listBars: falseClaims.listBarsHandler,
  listFindings: falseClaims.listFindingsHandler,
  readDetermination: facts.readDeterminationHandler,
  readNearest: facts.readNearestHandler,
  previewBulk: bulk.previewBulkHandler,
  startBulk: bulk.startBulkHandler,
  readBulk: bulk.readBulkHandler,
  undoBulk: bulk.undoBulkHandler,
  readBudget: budget.readBudgetHandler,
  listOffers: budget.listOffersHandler,
  listUnclaimed: budget.listUnclaimedHandler,
  readSupportHistory: budget.readSupportHistoryHandler,
  exportSupport: budget.exportSupportHandler,
  listDiscretion: budget.listDiscretionHandler,
  readJournal: budget.readJournalHandler,
  listPayees: payees.listPayeesHandler,
  addPayee: payees.addPayeeHandler,
  changePayee: payees.changePayeeHandler,
  listRelatedParties: payees.listRelatedPartiesHandler,
  addRelatedParty: payees.addRelatedPartyHandler,
  listVouchers: vouchers.listVouchersHandler,
  readVoucherQr: vouchers.readVoucherQrHandler,
  lookUpVoucher: vouchers.lookUpVoucherHandler,
  listPayables: payments.listPayablesHandler,
  readBankFile: payments.readBankFileHandler,
  uploadBankAnswer: payments.uploadBankAnswerHandler,
  listBankAnswers: payments.listBankAnswersHandler,
  makeDemoAnswer: payments.makeDemoAnswerHandler,
  readZonePlan: plans.readZonePlanHandler,
  comparePlans: plans.comparePlansHandler,
  readScorecard: plans.readScorecardHandler,
  listScorecards: scorecards.listScorecardsHandler,
  exportScorecards: scorecards.exportScorecardsHandler,
  readPlanChanges: plans.readPlanChangesHandler,
  reportTask: planReports.reportTaskHandler,
  listTaskReports: planReports.listTaskReportsHandler,
  reportIndicator: planReports.reportIndicatorHandler,
  listIndicatorReports: planReports.listIndicatorReportsHandler,
  describeZoneForms: zoneRecords.describeZoneFormsHandler,
  listZoneEnterprises: zoneRecords.listZoneEnterprisesHandler,
  listZoneAgencies: zoneRecords.listZoneAgenciesHandler,
  addZoneRecord: zoneRecords.addZoneRecordHandler,
  withdrawZoneRecord: zoneRecords.withdrawZoneRecordHandler,
  listZoneRecords: zoneRecords.listZoneRecordsHandler,
  listZoneMeasures: zoneRecords.listZoneMeasuresHandler,
  determineCase: determinations.determineCaseHandler,
  listReadings: determinations.listReadingsHandler,
  startRun: determinations.startRunHandler,
  listRuns: determinations.listRunsHandler,
  readRun: determinations.readRunHandler,
  openRecognitionRound: recognitions.openRecognitionRoundHandler,
  readRecognitionRound: recognitions.readRecognitionRoundHandler,
  exportRecognitionRound: recognitions.exportRecognitionRoundHandler,
  listZoneRecognitions: recognitions.listZoneRecognitionsHandler,
  listRecognitions: recognitions.listRecognitionsHandler,
  listTitleSupports: revocations.listTitleSupportsHandler,
  listPriorities: recommendations.listPrioritiesHandler,
  readDossier: recommendations.readDossierHandler,
  makeDossier: recommendations.makeDossierHandler,
  downloadDossier: recommendations.downloadDossierHandler,
  readDistrictBonus: bonus.readDistrictBonusHandler,
  exportDistrictBonusCsv: bonus.exportDistrictBonusCsvHandler,
  exportDistrictBonusXlsx: bonus.exportDistrictBonusXlsxHandler,
  readWorkload: workload.readWorkloadHandler,
  exportWorkload: workload.exportWorkloadHandler,
  listWorkloadCases: workload.listWorkloadCasesHandler,
  uploadFile: files.uploadFileHandler,
  downloadFile: files.downloadFileHandler,
  listCalls: open.listCallsHandler,
  listZones: open.listZonesHandler,
  checkReceipt: open.checkReceiptHandler,
  moveClock: open.moveClockHandler,
  listAudit: audit.listAuditHandler,
  checkAudit: audit.checkAuditHandler,
};

type AnyHandler = (call: Call) => Promise<unknown>;

/** The address of an endpoint as Fastify writes it. */
export const fastifyPath = ({ path }: Endpoint): string => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

/** What costs us something without a sign-in: so much from one address. */
function limitOf(name: string, { event, who }: Endpoint) {
  if (event === 'open' && who === 'anyone') return { config: { rateLimit: { max: 20, timeWindow: '1 hour' } } };
  return name === 'determineCase' ? { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } } : {};
}

/** Registers every endpoint of the contract, and the contract itself as OpenAPI. */
export function mountApi(app: FastifyInstance, house: House): void {
  for (const [name, endpoint] of Object.entries(contract)) {
    if (endpoint.isDemo && !house.config.JIXIA_DEMO) continue;
    const handle = (endpoint.process ? cases.handleProcess : handlers[name as keyof Handlers]) as AnyHandler;
    const status = endpoint.status ?? 200;
    app.route({
      method: endpoint.method,
      url: fastifyPath(endpoint),
      ...limitOf(name, endpoint),
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const answer = await handle(await letIn(house, endpoint, request, reply));
        if (reply.sent) return reply; // a handler that answers by itself; a reply is awaited like a promise
        reply.header('cache-control', 'no-store');
        if (answer === undefined) return reply.code(204).send();
        return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(answer));
      },
    });
  }
  const document = JSON.stringify(openApi(contract, { cookie: cookieName(house) }));
  app.get('/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(document),
  );
}
