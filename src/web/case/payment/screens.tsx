import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '#contract/cases.ts';
import { useSay } from '../../ui/language.tsx';
import { yuanText } from '../../ui/money.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Tree } from '../../ui/schema/schema.ts';
import type { ContextProps, EventScreen } from '../event-screen.ts';
import { answersQuery } from './answers-query.ts';
import { paymentOf } from './data.ts';
import { words } from './words.ts';

function Checking() {
  const say = useSay();
  return <Notice>{say(words.checkLead)}</Notice>;
}

function Releasing({ view }: ContextProps) {
  const say = useSay();
  const { lines, totalFen } = paymentOf(view);
  return <Notice>{say(words.releaseLead(lines.length, yuanText(totalFen)))}</Notice>;
}

function Recording() {
  const say = useSay();
  return <Notice>{say(words.recordLead)}</Notice>;
}

/** The newest answer that matches the batch. */
function useNewest({ id }: CaseView): Tree | undefined {
  const { data } = useQuery(answersQuery(id));
  const clean = data?.rows.find(({ exceptions }) => exceptions.length === 0);
  return clean && { answer: clean.id };
}

/** Dialogs of a batch: what is about to happen, in numbers. */
export const paymentScreens: Readonly<Record<string, EventScreen>> = {
  check: { Context: Checking },
  release: { Context: Releasing },
  record_answer: { Context: Recording, useStart: useNewest },
};
