import { both } from '#core/kernel/words.ts';
import { hasDeclared as declaredIn } from '#core/panel/panel.ts';
import { applicant, atTheCentre, expert, inTheCounty } from '#core/people/offices.ts';
import { defineProcess, type Sight } from '#core/process/define.ts';
import { summaryOf } from '#core/process/summary.ts';
import { checklist } from './checklist.ts';
import * as county from './county.ts';
import { RecognitionData } from './data.ts';
import { panel } from './evaluation.ts';
import { RecognitionForm } from './form.ts';
import * as grading from './grading.ts';
import * as self from './self-assessment.ts';
import { publishedStates, type State, states, undecided } from './states.ts';

/** Once an expert has declared, the papers open; not before (I-35, avoidance). */
const hasDeclared = ({ data, actor }: Sight<RecognitionData>) => declaredIn(data.panel, actor.person);

const filed: State[] = [...undecided.filter((state) => state !== 'self_assessment'), 'decided', 'ended'];

/** Yearly recognition: self-assessment, county opinion, experts, grade, notice, decision (rows 12.1, 13.0 to 14.2a). */
export const recognition = defineProcess({
  name: 'recognition',
  title: both('年度认定', 'Yearly recognition'),
  clause: '12.1',
  prefix: 'RD',
  data: RecognitionData,
  form: RecognitionForm,
  readers: [applicant, ...inTheCounty, ...atTheCentre, expert],
  sees: [
    { part: 'form', who: [applicant] },
    { part: 'form', who: [...inTheCounty, ...atTheCentre], inStates: filed },
    { part: 'form', who: [expert], when: hasDeclared },
    { part: 'progress', who: [applicant, ...inTheCounty, ...atTheCentre] },
    { part: 'progress', who: [expert], when: hasDeclared },
    { part: 'recorded', who: [applicant, ...inTheCounty, ...atTheCentre] },
    { part: 'recorded', who: [expert], when: hasDeclared },
    { part: 'opinion', who: [...inTheCounty, ...atTheCentre] },
    { part: 'opinion', who: [expert], when: hasDeclared },
    { part: 'opinion', who: [applicant], inStates: ['self_assessment', ...publishedStates] },
    { part: 'parties', who: [expert, ...atTheCentre] },
    { part: 'panel', who: atTheCentre },
    { part: 'sheets', who: atTheCentre },
    { part: 'scores', who: atTheCentre },
    { part: 'scores', who: [applicant, ...inTheCounty], inStates: publishedStates },
    { part: 'proposal', who: atTheCentre },
    { part: 'proposal', who: [applicant, ...inTheCounty], inStates: publishedStates },
  ],
  opens: self.opens,
  initial: 'self_assessment',
  states,
  events: {
    fill_in: self.fillIn,
    refresh_progress: self.refreshProgress,
    file: self.file,
    self_assessment_overdue: self.selfAssessmentOverdue,
    go_on_without: self.goOnWithout,
    county_check: county.countyCheck,
    county_sign: county.countySign,
    county_return: county.countyReturn,
    send_back: county.sendBack,
    county_overdue: county.countyOverdue,
    draw_panel: panel.drawPanel,
    declare_clear: panel.declareClear,
    recuse: panel.recuse,
    replace_recused: panel.replaceRecused,
    seal_sheet: panel.sealSheet,
    open_scores: panel.openScores,
    propose_grade: grading.proposeGrade,
    approve_grade: grading.approveGrade,
    send_back_grade: grading.sendBackGrade,
    notice_ends: grading.noticeEnds,
    revise_after_objection: grading.reviseAfterObjection,
    decide: grading.decide,
    end_without_title: grading.endWithoutTitle,
    title_lost: grading.titleGone,
  },
  checklist,
  checklistAsks: ['readings'],
  summary: summaryOf<RecognitionData>()(['zoneName', 'year'], ({ zoneName, year }) =>
    both(`${zoneName} ${year}年度认定`, `${zoneName}: recognition of ${year}`),
  ),
});
