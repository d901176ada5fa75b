import type { ContextProps, EventScreen } from '../event-screen.ts';
import { noticeStart, partsOf, recheckStart, reportStart } from './data.ts';
import { RecheckForm, ReportForm } from './finding-form.tsx';
import { FindingsCard } from './findings-card.tsx';
import { ResultCard } from './result-card.tsx';

/** The findings that go out with the signature. */
const FindingsContext = ({ view }: ContextProps) => <FindingsCard parts={partsOf(view)} />;

/** The recheck that is to be decided. */
function RecheckContext({ view }: ContextProps) {
  const parts = partsOf(view);
  return (
    <>
      <ResultCard parts={parts} />
      <FindingsCard parts={parts} />
    </>
  );
}

const decision: EventScreen = { Context: RecheckContext, isWide: true };

/** Dialogs of a rectification that need more than their fields. */
export const rectificationScreens: Readonly<Record<string, EventScreen>> = {
  draft_notice: { useStart: (view) => noticeStart(partsOf(view)), isWide: true },
  issue_notice: { Context: FindingsContext, isWide: true },
  save_report: { Body: ReportForm, useStart: (view) => reportStart(partsOf(view)), isWide: true },
  county_check: { Context: FindingsContext, isWide: true },
  record_recheck: { Body: RecheckForm, useStart: (view) => recheckStart(partsOf(view)), isWide: true },
  keep_title: decision,
  find_unqualified: decision,
};
