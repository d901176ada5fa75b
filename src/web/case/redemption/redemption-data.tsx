import type { CaseView } from '#contract/cases.ts';
import { useSigned } from '../../session/session.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JournalCard, SumsCard } from '../claim/journal.tsx';
import { redemptionOf } from './data.ts';
import { RedemptionFacts } from './facts.tsx';
import { words } from './words.ts';

/** Who may read the ledger; the enterprise may not. */
const readsJournal = new Set(['agency', 'centre_officer', 'centre_approver', 'auditor', 'finance']);

/** A redemption: what was done for whom and for how much; why it was returned; what it moved. */
export function RedemptionData({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { office } = useSigned();
  const { answer } = redemptionOf(view);
  return (
    <>
      {answer && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.answered)}</p>
          <p className="whitespace-pre-wrap">{answer}</p>
        </Notice>
      )}
      <Card title={say(words.service)}>
        <RedemptionFacts view={view} />
      </Card>
      {readsJournal.has(office.role) && (
        <>
          <SumsCard id={view.id} />
          <JournalCard id={view.id} />
        </>
      )}
    </>
  );
}
