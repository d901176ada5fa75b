import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../../api/client.ts';
import { DraftSaver, type DraftSetting } from './draft-saver.ts';

/** The sheet of one application while its page is open. */
export function useDraft(id: string, stored: DraftSetting['stored']) {
  const [saver] = useState(
    () => new DraftSaver({ id, stored, send: (draft) => api.call('saveScoreDraft', { params: { id }, body: { sheet: draft } }) }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => {
    const now = () => void saver.save();
    now();
    window.addEventListener('online', now);
    return () => {
      window.removeEventListener('online', now);
      now();
    };
  }, [saver]);
  return { ...state, change: saver.change, save: saver.save, forget: saver.forget };
}
