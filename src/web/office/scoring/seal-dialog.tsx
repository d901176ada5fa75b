import type { CaseView, Moved } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { allIndicators, type Draft, type Group, missingIn, sumOf, weightOf } from './sheet.ts';
import { words } from './words.ts';

type Props = {
  readonly kase: CaseView;
  readonly draft: Draft;
  readonly groups: readonly Group[];
  readonly onClose: () => void;
  readonly onSealed: () => Promise<void>;
};

const missingTitle = both('还不能封存，缺：', 'Not yet; missing:');

/** What sealing means, and the last question before it. */
export function SealDialog({ kase, draft, groups, onClose, onSealed }: Props) {
  const say = useSay();
  const { run, isBusy, problem } = useCommand<Moved>();
  const titles: Readonly<Record<string, string>> = {
    ...Object.fromEntries(allIndicators(groups).map(({ id, title }) => [id, title])),
    remark: say(words.remark),
    hasNoConflict: say(words.again),
  };
  const missing = missingIn(groups, draft);
  const seal = async () => {
    const send = (version: number) =>
      run((key) => api.advance({ process: kase.process, id: kase.id, event: 'seal_sheet' }, draft, { version, key }));
    const first = await send(kase.version);
    if (first.ok) return onSealed();
    if (first.problem.status !== 412) return;
    // Another expert sealed meanwhile: the case moved on, this sheet did not.
    const fresh = await api.read(kase.process, kase.id);
    if (fresh.ok && (await send(fresh.data.version)).ok) await onSealed();
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {say(words.goOn)}
      </Button>
      <Button kind="primary" isBusy={isBusy} disabled={missing.length > 0} onClick={() => void seal()}>
        {say(words.sealNow)}
      </Button>
    </>
  );
  return (
    <Dialog title={say(words.sealTitle)} {...(isBusy ? {} : { onClose })} footer={footer}>
      <p className="text-soft">{kase.summary}</p>
      <p className="my-4">
        {say(words.total)} <b className="text-3xl text-teal">{numberText(sumOf(allIndicators(groups), draft.scores))}</b>{' '}
        {say(words.outOf(weightOf(allIndicators(groups))))}
      </p>
      <p>{say(words.sealMeans)}</p>
      {missing.length > 0 && (
        <div className="mt-4">
          <Notice tone="warn">
            <p className="font-semibold">{say(missingTitle)}</p>
            <p>{missing.map((id) => titles[id] ?? id).join('、')}</p>
          </Notice>
        </div>
      )}
      {problem && problem.status !== 412 && (
        <div className="mt-4">
          <ProblemView problem={problem} />
        </div>
      )}
    </Dialog>
  );
}
