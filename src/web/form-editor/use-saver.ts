import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { api } from '../api/client.ts';
import { caseQuery } from '../api/query.ts';
import type { Form } from './draft.ts';
import { draftStore, holdTab, takeKept } from './draft-store.ts';
import { type Saved, Saver } from './saver.ts';

const formOf = (kase: CaseView): Form => (kase.data.form ?? {}) as Form;
const savedOf = (kase: CaseView): Saved => ({ version: kase.version, form: formOf(kase) });

function makeSaver(kase: CaseView, event: string): Saver {
  const { id, process } = kase;
  return new Saver({
    saved: savedOf(kase),
    savedAt: typeof kase.data.savedAt === 'string' ? kase.data.savedAt : null,
    store: draftStore(id),
    send: (changes, options) =>
      api.advance({ process, id, event }, { changes: Object.entries(changes).map(([path, value]) => ({ path, value })) }, options),
    fetchSaved: async () => {
      const answer = await api.read(process, id);
      return answer.ok ? savedOf(answer.data) : null;
    },
  });
}

/** Follows the saver's moments: leaving the page, the network coming back, the case read anew. */
function useMoments(saver: Saver, kase: CaseView) {
  const queries = useQueryClient();
  const { savedAt } = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const first = useRef(savedAt);
  const { id, process } = kase;
  useEffect(() => {
    const flush = () => void saver.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [saver]);
  useEffect(() => saver.adopt({ version: kase.version, form: formOf(kase) }), [saver, kase]);
  useEffect(() => {
    if (savedAt === first.current) return;
    first.current = savedAt;
    const soon = setTimeout(() => void queries.invalidateQueries({ queryKey: caseQuery(process, id).queryKey }), 400);
    return () => clearTimeout(soon);
  }, [savedAt, queries, process, id]);
}

/** The saver of one form for as long as the page is open, and what was brought back from the device. */
export function useSaver(kase: CaseView, event: string) {
  const { id } = kase;
  // oxlint-disable-next-line react/exhaustive-deps -- one saver per case and event; later readings are adopted
  const saver = useMemo(() => makeSaver(kase, event), [id, event]);
  const [recovered, setRecovered] = useState<readonly string[]>([]);
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useMoments(saver, kase);
  useEffect(() => {
    let isHere = true;
    saver.start();
    const release = holdTab(id);
    void takeKept(id).then((kept) => {
      if (isHere && kept) setRecovered(saver.recover(kept));
    });
    return () => {
      isHere = false;
      release();
      void saver.flush();
      saver.stop();
    };
  }, [saver, id]);
  return { saver, state, recovered, forget: () => setRecovered([]) };
}
