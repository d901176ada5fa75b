import { both } from '#core/kernel/words.ts';
import { Nothing, Reason } from '#core/form/inputs.ts';
import { hasDeclared as declaredIn } from '#core/panel/panel.ts';
import { applicant, atTheCentre, expert, inTheCounty } from '#core/people/offices.ts';
import { defineProcess, eventsOf, openingOf, type Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { nameOf } from '#core/process/summary.ts';
import { fillInEvent } from '#core/process/form-events.ts';
import { tellCounty } from '#core/process/tell.ts';
import { checklist } from './conditions.ts';
import * as county from './county.ts';
import { ApplicationData, Opening } from './data.ts';
import * as evaluation from './evaluation.ts';
import { ApplicationForm } from './form.ts';
import {
  callOpen,
  formComplete,
  oneApplicationInCall,
  ownCreditCode,
  ownDistrict,
  policyInForce,
  waitedAfterRevocation,
} from './guards.ts';
import * as selection from './selection.ts';
import { type State, states } from './states.ts';

const event = eventsOf<State, ApplicationData>();

const fillIn = fillInEvent<State, ApplicationData>(
  { clause: '7.1', form: ApplicationForm, called: both('申报书', 'form') },
  { from: 'draft', title: both('填写申报书', 'Fill in the form') },
);

const file = event({
  title: both('报送区县', 'File with the county'),
  clause: '7.2',
  from: ['draft'],
  to: 'county_review',
  who: [applicant],
  input: Nothing,
  guards: [policyInForce, waitedAfterRevocation, callOpen, ownDistrict, ownCreditCode, oneApplicationInCall, formComplete],
  manner: 'next',
  apply: ({ data }) => ({ ...data, filings: data.filings + 1 }),
  effects: (sight) => [
    { kind: 'freeze filing', when: 'with', form: sight.data.form },
    { kind: 'issue receipt', when: 'with' },
    tellCounty(
      sight,
      'county_reviewer',
      `收到${sight.data.applicantName}的申报，请审核`,
      `${sight.data.applicantName} has applied; please review`,
    ),
  ],
});

const withdraw = event({
  title: both('撤回申报', 'Withdraw'),
  clause: 'operational',
  from: ['draft', 'county_review', 'county_approval', 'returned', 'panel_forming'],
  to: 'withdrawn',
  who: [applicant],
  input: Reason,
  manner: 'grave',
  apply: ({ data }, { reason }) => ({ ...data, ended: reason }),
});

/** Once an expert has declared, the papers open; not before (I-35, avoidance). */
const hasDeclared = ({ data, actor }: Sight<ApplicationData>) => declaredIn(data.panel, actor.person);

const afterDecision: State[] = ['public_notice', 'designation', 'designated', 'not_selected'];

/** The designation procedure: application, county review, evaluation, selection, notice, designation (rows 3, 5, 7, 8). */
export const application = defineProcess({
  name: 'application',
  title: both('示范区申报', 'Zone application'),
  clause: '7',
  prefix: 'SB',
  data: ApplicationData,
  form: ApplicationForm,
  readers: [applicant, ...inTheCounty, ...atTheCentre, expert],
  sees: [
    { part: 'form', who: [applicant, ...inTheCounty, ...atTheCentre] },
    { part: 'form', who: [expert], when: hasDeclared },
    { part: 'opinion', who: [...inTheCounty, ...atTheCentre] },
    { part: 'opinion', who: [applicant], inStates: ['returned', 'county_rejected'] },
    { part: 'requests', who: [applicant, ...inTheCounty, ...atTheCentre] },
    { part: 'parties', who: [expert, ...atTheCentre] },
    { part: 'panel', who: atTheCentre },
    { part: 'inspection', who: atTheCentre },
    { part: 'inspection', who: [expert], when: hasDeclared },
    { part: 'inspection', who: [applicant], inStates: afterDecision },
    { part: 'result', who: atTheCentre },
    { part: 'result', who: [applicant], inStates: ['designated', 'not_selected'] },
    { part: 'selection', who: atTheCentre },
    { part: 'selection', who: [applicant, ...inTheCounty], inStates: afterDecision },
  ],
  opens: openingOf<ApplicationData>()({
    title: both('新建申报', 'New application'),
    clause: '7.1',
    who: [applicant],
    input: Opening,
    asks: ['organisation', 'call', 'policy'],
    guards: [policyInForce, waitedAfterRevocation, callOpen],
    create: ({ facts }) => {
      const call = known(facts, 'call');
      const organisation = known(facts, 'organisation');
      return {
        call: call?.id ?? '',
        callTitle: call?.title ?? '',
        applicantName: organisation.name,
        form: {
          cover: { district: organisation.district ?? '', year: call?.year ?? 0 },
          applicant: { name: organisation.name, creditCode: organisation.creditCode },
        },
        savedAt: null,
        filings: 0,
        opinion: null,
        requests: [],
        returns: 0,
        letterNumber: null,
        parties: [],
        panel: null,
        inspection: null,
        result: null,
        selection: null,
        ended: null,
      };
    },
  }),
  initial: 'draft',
  states,
  events: {
    fill_in: fillIn,
    file,
    withdraw,
    county_check: county.countyCheck,
    endorse: county.endorse,
    county_return: county.countyReturn,
    county_reject: county.countyReject,
    send_back: county.sendBack,
    county_overdue: county.countyOverdue,
    amend: county.amend,
    resubmit: county.resubmit,
    amendment_overdue: county.amendmentOverdue,
    draw_panel: evaluation.panel.drawPanel,
    declare_clear: evaluation.panel.declareClear,
    recuse: evaluation.panel.recuse,
    replace_recused: evaluation.panel.replaceRecused,
    seal_sheet: evaluation.panel.sealSheet,
    record_inspection: evaluation.recordInspection,
    open_scores: evaluation.panel.openScores,
    propose_selection: selection.proposeSelection,
    confirm_selection: selection.confirmSelection,
    confirm_rejection: selection.confirmRejection,
    send_back_selection: selection.sendBackSelection,
    notice_ends: selection.noticeEnds,
    revise_after_objection: selection.reviseAfterObjection,
    designate: selection.designate,
  },
  checklist,
  checklistAsks: ['policy', 'readings'],
  parent: ({ call }) => call,
  summary: nameOf<ApplicationData>(({ form, applicantName }) => {
    const name = form.cover?.zoneName;
    return typeof name === 'string' && name !== '' ? name : `${applicantName}的申报`;
  }),
});
